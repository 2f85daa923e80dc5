namespace GiftCardSdk.Sandbox;

/// <summary>
/// Stateful twins of gift card providers on a real socket of this machine. They sell invented cards for invented money and misbehave on
/// request; a ledger says what was really sold.
/// </summary>
/// <example>
/// <code>
/// await using var sandbox = await GiftCardSandbox.StartAsync();
/// var address = sandbox.Giftbit.BaseAddress;
/// var token = sandbox.Giftbit.ApiToken;
/// </code>
/// </example>
public sealed class GiftCardSandbox : IAsyncDisposable
{
    // A host a twin: two providers may use the same paths.
    private readonly IReadOnlyList<SandboxHost> _hosts;

    private GiftCardSandbox(GiftCardSandboxOptions options)
    {
        Seed = options.Seed;
        TimeProvider = options.TimeProvider;
        Giftbit = new GiftbitTwin(options);
        Giftronaut = new GiftronautTwin(options);
        GiftCardPartners = new GiftCardPartnersTwin(options);
        Gifq = new GifqTwin(options);
        Huuray = new HuurayTwin(options);
        Twins = [Giftbit, Gifq, Giftronaut, GiftCardPartners, Huuray];
        _hosts = [.. Twins.Select((_, index) => new SandboxHost(options.Port == 0 ? 0 : options.Port + index))];
    }

    /// <summary>The address of the help page and of the control routes; the first twin has the same, each further twin a port of its own.</summary>
    public Uri BaseAddress => Twins[0].BaseAddress;

    /// <summary>The seed the sandbox was started with.</summary>
    public int Seed { get; }

    /// <summary>The clock the sandbox was started with.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The Giftbit twin.</summary>
    public GiftbitTwin Giftbit { get; }

    /// <summary>The Giftronaut twin.</summary>
    public GiftronautTwin Giftronaut { get; }

    /// <summary>The Gift Card Partners twin.</summary>
    public GiftCardPartnersTwin GiftCardPartners { get; }

    /// <summary>The GIFQ twin.</summary>
    public GifqTwin Gifq { get; }

    /// <summary>The Huuray twin.</summary>
    public HuurayTwin Huuray { get; }

    /// <summary>All twins.</summary>
    public IReadOnlyList<ProviderTwin> Twins { get; }

    /// <summary>Hears what changes the twins; null for nobody.</summary>
    internal ISandboxWitness? Witness
    {
        get;
        set
        {
            field = value;
            foreach (var twin in Twins)
            {
                twin.Witness = value;
            }
        }
    }

    /// <summary>Starts the twins and returns when they accept connections.</summary>
    /// <param name="configure">Sets the clock, the seed, the port and each twin's switches; null keeps the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GiftCardSandbox> StartAsync(
        Action<GiftCardSandboxOptions>? configure = null,
        CancellationToken cancellationToken = default
    )
    {
        var options = new GiftCardSandboxOptions();
        configure?.Invoke(options);
        var sandbox = new GiftCardSandbox(options);
        try
        {
            options.BeforeOpening?.Invoke(sandbox);
            await sandbox.OpenAsync(cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Moves the clock forward, and lets happen what has fallen due by then.</summary>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="InvalidOperationException"><see cref="TimeProvider"/> is no <see cref="SandboxClock"/>.</exception>
    public void AdvanceClock(TimeSpan by)
    {
        if (TimeProvider is not SandboxClock clock)
        {
            throw new InvalidOperationException("This sandbox was started with a clock of another kind than SandboxClock.");
        }

        clock.Advance(by);
        Witness?.Turns(by);
        foreach (var twin in Twins)
        {
            twin.Webhooks?.Wake();
        }
    }

    /// <summary>Sends the webhooks of all twins as they come about and fall due, each to its receiver, until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends it, without an exception.</param>
    public Task SendWebhooksAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            Twins.Select(twin => twin.Webhooks).OfType<SandboxWebhooks>().Select(webhooks => webhooks.RunAsync(cancellationToken))
        );

    /// <summary>Closes the sockets and every connection. Answers that are slow on purpose are not waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        foreach (var (twin, host) in Twins.Zip(_hosts))
        {
            ControlPlane.Map(host.Endpoints, this, host.Stopping);
            TwinPipeline.Map(host.Endpoints, twin, host.Stopping);
            twin.BaseAddress = await host.StartAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
