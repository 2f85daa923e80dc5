namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Something that belongs to the journal as a whole.</summary>
internal sealed class SettingRow
{
    /// <summary>The name of the row that holds the key of the fingerprints, as base64.</summary>
    public const string FingerprintKey = "fingerprint-key";

    public required string Name { get; set; }

    public required string Value { get; set; }
}
