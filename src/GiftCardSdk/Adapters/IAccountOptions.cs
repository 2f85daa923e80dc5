namespace GiftCardSdk.Adapters;

/// <summary>What the options of every adapter's accounts have in common.</summary>
public interface IAccountOptions
{
    /// <summary>Play money or real money.</summary>
    GiftCardEnvironment Environment { get; }

    /// <summary>The account's stable id in the order journal; null for its name.</summary>
    string? JournalId { get; }

    /// <summary>How webhooks are told from forged ones; null, as without a word of its own, if the account takes none.</summary>
    WebhookOptions? Webhooks => null;
}
