namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Something that belongs to the journal as a whole.</summary>
internal sealed class SettingRow
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}
