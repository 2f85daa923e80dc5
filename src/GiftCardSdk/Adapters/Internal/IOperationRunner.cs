namespace GiftCardSdk.Adapters.Internal;

/// <summary>Whoever carries out, exactly once, what an adapter brings besides orders.</summary>
internal interface IOperationRunner
{
    /// <summary>Carries an operation out, or returns what became of it before.</summary>
    /// <exception cref="InvalidOperationException">The journal is in memory, and a repeat may buy again at this provider.</exception>
    Task<OperationResult<TResult>> RunOnceAsync<TResult>(
        Account account,
        AdapterOperation<TResult> operation,
        CancellationToken cancellationToken
    )
        where TResult : class;
}
