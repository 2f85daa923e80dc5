using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>Carrying out what an adapter brings besides orders.</summary>
internal sealed class OperationPlacement<TResult>(Account account, AdapterOperation<TResult> operation, OrderOwners owners)
    : JournalledOperation<OperationResult<TResult>>(account, operation.Kind, operation.Reference, operation.Idempotency)
    where TResult : class
{
    public override void WriteContent(ref ContentWriter content)
    {
        content.Begin(operation.Kind);
        OrderContent.WriteChoices(ref content, operation.Content);
    }

    public override IReadOnlyList<JournalLine> Describe(FingerprintKey key) => OrderContent.Describe(operation.Lines, key);

    public override ValueTask<IReadOnlyList<Spending>> CountAsync(FingerprintKey key, CancellationToken cancellationToken) =>
        new(Spending.AtFaceValue(operation.Lines, key));

    public override async Task<OperationResult<TResult>> SendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var result = await operation.SendAsync(entry.ProviderKey, entry.Attempt, cancellationToken).ConfigureAwait(false);
        if (operation.IdOf(result) is { } id)
        {
            owners.Note(Identity, id);
        }

        return Wrap(result);
    }

    public override async Task<Lookup<OperationResult<TResult>>> FindAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var query = new OperationLookupQuery(entry.ProviderKey, entry.FirstSentAt) { FirstSentAtProvider = entry.FirstSentAtProvider };
        return await operation.FindAsync(query, cancellationToken).ConfigureAwait(false) switch
        {
            OperationLookup<TResult>.Found found => await ChooseAsync(found.Matches, entry.ProviderKey).ConfigureAwait(false),
            OperationLookup<TResult>.NotFound => new(LookupAnswer.NotFound),
            OperationLookup<TResult>.Inconclusive inconclusive => new(LookupAnswer.Inconclusive, Reason: inconclusive.Reason),
            _ => new(LookupAnswer.Inconclusive, Reason: "the adapter gave no answer"),
        };
    }

    public override async Task<OperationResult<TResult>> ReadAsync(string id, CancellationToken cancellationToken) =>
        Wrap(await operation.ReadAsync(id, cancellationToken).ConfigureAwait(false));

    public override ResultTrace TraceOf(OperationResult<TResult> result) =>
        new(operation.IdOf(result.Value) ?? "", operation.RawStatusOf(result.Value), result.WasReplayed);

    public override OperationResult<TResult> Complete(OperationResult<TResult> result, string providerKey, bool wasReplayed) =>
        result with
        {
            WasReplayed = wasReplayed,
        };

    /// <summary>The first match that is not known to be another reference's: two batches of the same content look alike.</summary>
    private async ValueTask<Lookup<OperationResult<TResult>>> ChooseAsync(IReadOnlyList<TResult> matches, string providerKey)
    {
        foreach (var match in matches)
        {
            if (operation.IdOf(match) is { } id && await owners.TryOwnAsync(Identity, providerKey, id).ConfigureAwait(false))
            {
                return new(LookupAnswer.Found, Wrap(match));
            }
        }

        return new(LookupAnswer.NotFound);
    }

    private OperationResult<TResult> Wrap(TResult result) => new(result, operation.Reference, WasReplayed: false);
}
