namespace GiftCardSdk.Http.Clients;

/// <summary>
/// Stands beside Refit's verb on each method of a provider's interface and says what Refit does not know: the name of the call, what it does at the
/// provider, how long it may take, and the type of the answer where the method returns another one.
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

    /// <summary>Whether this call carries a key by which the provider recognises a repeat; only for <see cref="OperationKind.Create"/>.</summary>
    public bool KnowsKey { get; init; }

    /// <summary>How long one attempt may take, in seconds; 0, the default, for the usual time of its <see cref="Kind"/>.</summary>
    public int AttemptSeconds { get; init; }

    /// <summary>How long the whole call may take, waits and repeats included, in seconds; 0, the default, for the usual time of its <see cref="Kind"/>.</summary>
    public int DeadlineSeconds { get; init; }

    /// <summary>
    /// The wire type of the answer; null, the default, if the method returns it. If it is another type, <see cref="ApiRules.Conclude"/> makes the
    /// result from it. <see cref="ProviderDocument"/> for an answer that is no JSON or may be empty: its bytes are then taken as they are.
    /// </summary>
    public Type? Answer { get; init; }

    /// <summary>The media type for the <c>Accept</c> header; null, the default, for <c>application/json</c>.</summary>
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
