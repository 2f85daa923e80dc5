namespace GiftCardSdk.Http.Clients;

/// <summary>
/// Stands beside the verb on each method of a provider's Refit interface and says what Refit does not know: what the call is named, what it does
/// there, how long it may take, and what comes back where that is not what the method returns.
/// </summary>
/// <param name="name">The name in metrics, logs and exceptions: fixed, without ids, such as <c>order.create</c>.</param>
/// <param name="kind">What the call does at the provider. A call that can buy or spend is <see cref="OperationKind.Create"/>, whatever its verb.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OperationAttribute(string name, OperationKind kind) : Attribute
{
    /// <summary>The name in metrics, logs and exceptions.</summary>
    public string Name { get; } = name;

    /// <summary>What the call does at the provider.</summary>
    public OperationKind Kind { get; } = kind;

    /// <summary>Whether the provider recognises a repeat of this call by a key that it carries; for <see cref="OperationKind.Create"/> alone.</summary>
    public bool KnowsKey { get; init; }

    /// <summary>How long one attempt may take, in seconds; 0, the default, for what is usual for its kind.</summary>
    public int AttemptSeconds { get; init; }

    /// <summary>How long the call may take in all, waits included, in seconds; 0, the default, for what is usual for its kind.</summary>
    public int DeadlineSeconds { get; init; }

    /// <summary>
    /// The wire type of the answer; null, the default, where it is what the method returns. With another one, <see cref="ApiRules.Conclude"/> makes
    /// the result of it. <see cref="ProviderDocument"/> for an answer that is no JSON or may be empty: then its bytes are taken as they come.
    /// </summary>
    public Type? Answer { get; init; }

    /// <summary>The media type that is asked for; null, the default, for <c>application/json</c>.</summary>
    public string? Accept { get; init; }

    internal ProviderOperation ToOperation(HttpMethod verb)
    {
        var usual = Kind switch
        {
            OperationKind.Read => ProviderOperation.Read(Name, verb),
            OperationKind.Change => ProviderOperation.Change(Name, verb),
            _ => ProviderOperation.Create(Name, KnowsKey ? RetrySafety.SafeWithKey : RetrySafety.Unsafe, verb),
        };
        return usual with
        {
            AttemptTimeout = AttemptSeconds > 0 ? TimeSpan.FromSeconds(AttemptSeconds) : usual.AttemptTimeout,
            Deadline = DeadlineSeconds > 0 ? TimeSpan.FromSeconds(DeadlineSeconds) : usual.Deadline,
        };
    }
}
