using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GiftCardSdk.Sandbox;

/// <summary>The one file of a multipart form.</summary>
internal sealed record HuurayFormFile(string Name, byte[] Content)
{
    /// <summary>Reads a form that consists of exactly one part named <c>File</c>, a file with a name and a media type; null for any other body.</summary>
    public static HuurayFormFile? TryRead(SandboxCall call)
    {
        if (
            !MediaTypeHeaderValue.TryParse(call.Header("Content-Type"), out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary
        )
        {
            return null;
        }

        try
        {
            // The body is in memory, so that nothing is waited for.
            return ReadAsync(boundary, call.Body).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<HuurayFormFile?> ReadAsync(string boundary, byte[] body)
    {
        using var stream = new MemoryStream(body);
        var reader = new MultipartReader(boundary, stream);
        if (await reader.ReadNextSectionAsync().ConfigureAwait(false) is not { } section || FileName(section) is not { } name)
        {
            return null;
        }

        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content).ConfigureAwait(false);
        return await reader.ReadNextSectionAsync().ConfigureAwait(false) is null ? new HuurayFormFile(name, content.ToArray()) : null;
    }

    private static string? FileName(MultipartSection section) =>
        section.ContentType is not null
        && section.GetContentDispositionHeader() is { } disposition
        && HeaderUtilities.RemoveQuotes(disposition.Name) == "File"
        && HeaderUtilities.RemoveQuotes(disposition.FileName).Value is { Length: > 0 } name
            ? name
            : null;
}
