using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>
/// What Huuray's callback for orders says, where an account has one: experimental, since its form is third-party knowledge of an older version. It
/// is a hint and no more: it may come twice, late or never. Read the order it names (<see cref="IGiftCardStatus.GetAsync"/>) and believe only that.
/// </summary>
public sealed record HuurayCallback
{
    private static readonly HuurayJsonContext AnyCase = new(
        new JsonSerializerOptions(HuurayJsonContext.Default.Options) { PropertyNameCaseInsensitive = true }
    );

    /// <summary>Huuray's id of the order; null where only <see cref="RefId"/> names it. Source: third-party knowledge.</summary>
    [JsonPropertyName("OrderUID")]
    public string? OrderUid { get; init; }

    /// <summary>Huuray's number of the order; null if it is missing. Source: third-party knowledge.</summary>
    [JsonPropertyName("ID")]
    public string? Id { get; init; }

    /// <summary>A value that is to prove the callback, in a way that is not known; null if it is missing. Source: third-party knowledge.</summary>
    [JsonPropertyName("UID")]
    public string? Uid { get; init; }

    /// <summary>The caller's own id of the order (<see cref="OrderReference.ProviderKey"/>); null if there was none. Source: third-party knowledge.</summary>
    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    /// <summary>The cards, whose values are blank unless the callback's settings say otherwise. Source: third-party knowledge.</summary>
    [JsonPropertyName("Vouchers")]
    [AllowNull]
    public IReadOnlyList<HuurayVoucher> Vouchers
    {
        get => field ?? [];
        init => field = HuurayRows.Of(value);
    }

    /// <summary>Reads the body of such a call, whoever sent it; names may have any capitals.</summary>
    /// <param name="body">The body, UTF-8 with or without a byte order mark, or UTF-16.</param>
    /// <param name="callback">What it says; null if it names no order.</param>
    /// <returns>Whether it names an order.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out HuurayCallback? callback)
    {
        try
        {
            callback = WireReader.Read(WireText.ToUtf8(body), AnyCase.HuurayCallback, new());
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            callback = null;
        }

        callback = string.IsNullOrWhiteSpace(callback?.OrderUid) && string.IsNullOrWhiteSpace(callback?.RefId) ? null : callback;
        return callback is not null;
    }

    /// <summary>The ids and the number of cards.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayCallback {{ OrderUid = {OrderUid}, RefId = {RefId}, Vouchers = {Vouchers.Count} }}";
}
