using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Ordering;

/// <summary>What the coordinator needs of an account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Environment">Test or production.</param>
/// <param name="Adapter">Who speaks to the provider.</param>
/// <param name="Clock">The provider's clock; null where the adapter speaks to it in a way of its own.</param>
internal sealed record CoordinatedAccount(
    string Name,
    string Provider,
    GiftCardEnvironment Environment,
    GiftCardAdapter Adapter,
    ProviderClock? Clock = null
)
{
    private readonly string? _journalId;

    /// <summary>What the journal knows it by: its name, unless something else is set.</summary>
    public string JournalId
    {
        get => _journalId ?? Name;
        init => _journalId = value;
    }

    /// <summary>Where its calls go; null where that is not known. Accounts of one host may be one account of the provider.</summary>
    public Uri? Address { get; init; }

    /// <summary>Reads what tells its credentials from others, as they are now; empty where the adapter names none.</summary>
    public Func<IReadOnlyList<string>> Credentials { get; init; } = static () => [];
}
