namespace GiftCardSdk.Sandbox;

/// <summary>What all twins have in common: an address, a fault script, a ledger and a record of what arrived.</summary>
/// <remarks>
/// A twin's state is a function of its clock: it has no timers, and each look at it first lets happen what has fallen due. All of it is
/// guarded by one lock, so that an order, its idempotency record and its line in the ledger come about together or not at all.
/// </remarks>
public abstract class ProviderTwin
{
    private readonly DueWork _due = new();
    private readonly Lazy<FaultScript> _faults;

    private protected ProviderTwin(string name, TimeProvider clock, int seed)
    {
        Name = name;
        Clock = clock;
        // The derived class owns the routes; its constructor has not run yet, so the script gets them when it is first used.
        _faults = new Lazy<FaultScript>(() =>
            new FaultScript([.. Routes.Select(route => route.Operation), UnknownOperation], FaultScript.RequestKinds, seed)
        );
        Ledger = new SandboxLedger(this);
        Requests = new SandboxTraffic();
    }

    /// <summary>The provider's short name, e.g. <c>giftbit</c>; also the twin's part of the control routes.</summary>
    public string Name { get; }

    /// <summary>The address that stands in for the provider's host root; the provider's paths follow it unchanged.</summary>
    public Uri BaseAddress { get; internal set; } = new("http://127.0.0.1/");

    /// <summary>
    /// What its answers say in the header <c>Date</c>, given its own time; null for something that is no date. By default its own time: a gateway
    /// in front of a provider may say another.
    /// </summary>
    internal Func<DateTimeOffset, DateTimeOffset?> DateHeader { get; private set; } = static now => now;

    /// <summary>Writes another <c>Date</c> on every answer, as a gateway in between does, or a provider whose clock is off.</summary>
    /// <param name="write">Given the sandbox's time, the time to write; null for no header.</param>
    public void WriteDate(Func<DateTimeOffset, DateTimeOffset?> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        DateHeader = write;
    }

    /// <summary>What goes wrong, and what has gone wrong.</summary>
    public FaultScript Faults => _faults.Value;

    /// <summary>Its webhooks; null for a provider without any.</summary>
    public virtual SandboxWebhooks? Webhooks => null;

    /// <summary>What was really sold.</summary>
    public SandboxLedger Ledger { get; }

    /// <summary>The recipient redeems a card of the ledger.</summary>
    /// <param name="card">The card's <see cref="SandboxCard.Id"/>.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It is not <see cref="SandboxCardState.Open"/>.</exception>
    public abstract void Redeem(string card);

    /// <summary>Every request that arrived, whatever became of it.</summary>
    public SandboxTraffic Requests { get; }

    /// <summary>The names of the operations this twin serves, as used by <see cref="Fault.Operation"/>.</summary>
    public IReadOnlyList<string> Operations => [.. Routes.Select(route => route.Operation).Distinct(StringComparer.Ordinal)];

    /// <summary>The operation name of a request that matches no route of the provider.</summary>
    internal const string UnknownOperation = "unknown";

    internal TimeProvider Clock { get; }

    /// <summary>Hears what changes it; null for nobody.</summary>
    internal ISandboxWitness? Witness { get; set; }

    /// <summary>When the next work is due; null if there is none. Under the lock.</summary>
    internal DateTimeOffset? NextDue => _due.Next;

    private protected Lock Gate { get; } = new();

    /// <summary>The provider's operations; fixed after construction.</summary>
    internal abstract IReadOnlyList<TwinRoute> Routes { get; }

    /// <summary>The path all of the provider's operations begin with; anything else below it is answered by <see cref="NoSuchRoute"/>.</summary>
    internal abstract string PathPrefix { get; }

    /// <summary>The twin's own control routes, relative to its part of the control paths.</summary>
    internal abstract IReadOnlyList<ControlRoute> ControlRoutes { get; }

    /// <summary>What a developer must know to call the twin: names and values, such as the token.</summary>
    internal abstract IReadOnlyList<(string Name, string Value)> Credentials { get; }

    /// <summary>A first command to try.</summary>
    internal abstract string Example { get; }

    /// <summary>Refuses a call before its operation is looked at (authentication, rate limit), or lets it in with null.</summary>
    internal abstract SandboxAnswer? Admit(SandboxCall call);

    internal abstract SandboxAnswer TooManyRequests();

    internal abstract SandboxAnswer Unauthorized();

    internal abstract SandboxAnswer NoSuchRoute(SandboxCall call);

    /// <summary>What the provider's answers to the call carry in their head whatever they say, faults included.</summary>
    internal virtual IEnumerable<(string Name, string Value)> HeadersFor(SandboxCall call) => [];

    /// <summary>
    /// Looks at credentials and limits at the moment of arrival, whatever becomes of the call afterwards: a call that is lost, or takes
    /// effect late, has used its nonce and its share of the limit anyway.
    /// </summary>
    internal void Receive(SandboxCall call) =>
        Now(now =>
        {
            call.Now = now;
            call.Refusal = Admit(call);
        });

    /// <summary>Acts on the call now.</summary>
    internal SandboxAnswer Commit(TwinRoute route, SandboxCall call)
    {
        lock (Gate)
        {
            Settle();
            return Act(route, call, Clock.GetUtcNow());
        }
    }

    /// <summary>Acts on the call when its time has come; <paramref name="answered"/> hears what would have been said.</summary>
    internal void CommitLater(TwinRoute route, SandboxCall call, TimeSpan delay, Action<SandboxAnswer>? answered = null)
    {
        lock (Gate)
        {
            Schedule(
                Clock.GetUtcNow() + delay,
                due =>
                {
                    var answer = Act(route, call, due);
                    answered?.Invoke(answer);
                }
            );
        }
    }

    /// <summary>Lets everything happen that has fallen due.</summary>
    internal void Settle()
    {
        lock (Gate)
        {
            _due.RunUntil(Clock.GetUtcNow());
        }
    }

    /// <summary>Runs <paramref name="action"/> on the settled state, under the lock.</summary>
    internal T Now<T>(Func<DateTimeOffset, T> action)
    {
        lock (Gate)
        {
            Settle();
            return action(Clock.GetUtcNow());
        }
    }

    internal void Now(Action<DateTimeOffset> action) =>
        Now(now =>
        {
            action(now);
            return true;
        });

    private protected void Schedule(DateTimeOffset due, Action<DateTimeOffset> work)
    {
        _due.Add(due, work);
        Webhooks?.Wake();
    }

    private protected static string Currency(string currency) =>
        currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper)
            ? currency
            : throw new ArgumentException($"'{currency}' is not a currency; use three upper-case letters, such as EUR.", nameof(currency));

    private SandboxAnswer Act(TwinRoute route, SandboxCall call, DateTimeOffset now)
    {
        call.Now = now;
        if (call.Refusal is { } refusal)
        {
            return refusal;
        }

        if (call.Method != "GET")
        {
            Witness?.Acts(this, route, call);
        }

        return route.Handle(call);
    }
}
