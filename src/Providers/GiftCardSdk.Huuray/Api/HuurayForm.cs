using System.Globalization;
using System.Net.Http.Headers;
using GiftCardSdk.Http;
using GiftCardSdk.Texts;

namespace GiftCardSdk.Huuray;

/// <summary>A file as the form that Huuray takes.</summary>
internal static class HuurayForm
{
    public static ProviderBody Of(HuurayFile file)
    {
        using var form = new MultipartFormDataContent();
        var part = new ReadOnlyMemoryContent(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        form.Add(part, "File", file.FileName);
        using var bytes = new MemoryStream();
        form.CopyTo(bytes, null, CancellationToken.None);
        return ProviderBody.Of(bytes.ToArray(), form.Headers.ContentType!.ToString());
    }

    public static void Check(HuurayFile file)
    {
        if (file.Content.IsEmpty || file.Content.Length > HuurayFile.MaxBytes)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Content: the file has {file.Content.Length} bytes; 1 to {HuurayFile.MaxBytes} are expected."
                ),
                nameof(file)
            );
        }

        if (
            string.IsNullOrWhiteSpace(file.FileName)
            || file.FileName.AsSpan().ContainsAny("\"\\/")
            || DeliverableText.MistakeOf(file.FileName, TextKind.Line) is not null
        )
        {
            throw new ArgumentException(
                "FileName: a file name is expected, without quotation marks, slashes and characters that nobody sees (it is not shown here).",
                nameof(file)
            );
        }

        var isFile =
            MediaTypeHeaderValue.TryParse(file.ContentType, out var type)
            && (
                string.Equals(type.MediaType, "application/pdf", StringComparison.OrdinalIgnoreCase)
                || type.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            );
        if (!isFile)
        {
            throw new ArgumentException(
                $"ContentType: '{file.ContentType}' was given; application/pdf or the media type of a picture is expected.",
                nameof(file)
            );
        }
    }
}
