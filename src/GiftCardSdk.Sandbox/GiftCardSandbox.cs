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
    private readonly SandboxHost _host;

    private GiftCardSandbox(GiftCardSandboxOptions options)
    {
        Seed = options.Seed;
        TimeProvider = options.TimeProvider;
        Giftbit = new GiftbitTwin(options);
        _host = new SandboxHost(options.Port);
    }

    /// <summary>The address of the help page; every twin lives below it.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The seed the sandbox was started with.</summary>
    public int Seed { get; }

    /// <summary>The clock the sandbox was started with.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The Giftbit twin.</summary>
    public GiftbitTwin Giftbit { get; }

    /// <summary>All twins.</summary>
    public IReadOnlyList<ProviderTwin> Twins => [Giftbit];

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
            await sandbox.OpenAsync(cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the socket and every connection. Answers that are slow on purpose are not waited for.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        ControlPlane.Map(_host.Endpoints, this, _host.Stopping);
        foreach (var twin in Twins)
        {
            TwinPipeline.Map(_host.Endpoints, twin, _host.Stopping);
        }

        BaseAddress = await _host.StartAsync(cancellationToken).ConfigureAwait(false);
        foreach (var twin in Twins)
        {
            twin.BaseAddress = BaseAddress;
        }
    }
}
