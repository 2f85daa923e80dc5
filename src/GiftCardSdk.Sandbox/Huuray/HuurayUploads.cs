using GiftCardSdk.Sandbox.Huuray.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The purchase-order files that wait for their order. Guarded by the twin's lock.</summary>
internal sealed class HuurayUploads(HuurayTwinOptions options)
{
    private const int MostPending = 5;
    private const int LargestFile = 10 * 1024 * 1024;

    private static readonly (byte[] Start, string Type)[] Kinds =
    [
        ("%PDF"u8.ToArray(), "application/pdf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
    ];

    private readonly HashSet<string> _pending = new(StringComparer.Ordinal);

    public HuurayRefusal? RefuseFile(HuurayFormFile file) =>
        file switch
        {
            _ when !options.PurchaseOrderFiles => NotEnabled,
            _ when file.Content.Length > LargestFile => new HuurayRefusal(
                options.OversizedUploadStatus,
                "Too large",
                "A file has at most 10 MB"
            ),
            _ when TypeOf(file) is null => HuurayRefusal.Refused("Only a PDF or an image is supported"),
            _ when _pending.Count >= MostPending => HuurayRefusal.Refused("Five files wait for their order already"),
            _ => null,
        };

    public UploadReply Keep(HuurayFormFile file, string token)
    {
        _pending.Add(token);
        return new UploadReply(token, file.Name, TypeOf(file), file.Content.Length) { Status = StatusCodes.Status201Created };
    }

    public HuurayRefusal? RefuseToken(string token) =>
        !options.PurchaseOrderFiles ? NotEnabled
        : _pending.Contains(token) ? null
        : HuurayRefusal.Refused("There is no purchase-order file with this token");

    public void Consume(string? token)
    {
        if (token is not null)
        {
            _pending.Remove(token);
        }
    }

    private static HuurayRefusal NotEnabled => HuurayRefusal.Refused("Purchase-order files are not enabled for this account");

    // What the file is, not what the client says it is.
    private static string? TypeOf(HuurayFormFile file) => Kinds.FirstOrDefault(kind => file.Content.AsSpan().StartsWith(kind.Start)).Type;
}
