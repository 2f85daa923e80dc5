using GiftCardSdk.Sandbox.Tool.Page;

namespace GiftCardSdk.Sandbox.Tool;

/// <summary>The twins and the page beside them, while they run.</summary>
internal sealed class SandboxTool : IAsyncDisposable
{
    private readonly PageServer _server;

    private SandboxTool(GiftCardSandbox sandbox, IReadOnlyList<Desk> desks, PageServer server) =>
        (Sandbox, Desks, _server) = (sandbox, desks, server);

    public GiftCardSandbox Sandbox { get; }

    public IReadOnlyList<Desk> Desks { get; }

    /// <summary>Where the page is.</summary>
    public Uri PageAddress => _server.Address;

    /// <summary>Where everything is, and what to do with it.</summary>
    public string Announcement =>
        $"""
            Gift card sandbox: play money and invented cards. Ctrl+C ends it.

              web page           {PageAddress}
            {string.Join('\n', Desks.Select(desk => desk.Describe()))}

            Into appsettings.json, for the accounts that you use:

            {Desk.SettingsOf(Desks)}

            Try:

              curl {Sandbox.Giftbit.BaseAddress}papi/v1/direct_links \
                -H 'Authorization: Bearer {Sandbox.Giftbit.ApiToken}' \
                -H 'Content-Type: application/json' \
                -d '{"{"}"id":"try-1","price_in_cents":2500,"brand_codes":["northcafeus"]{"}"}'

            More commands, and the routes that steer it: curl {Sandbox.BaseAddress}

            """;

    /// <summary>Starts the twins, then the page on the port behind theirs.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<SandboxTool> StartAsync(Arguments arguments, CancellationToken cancellationToken = default)
    {
        var sandbox = await GiftCardSandbox
            .StartAsync(
                options => (options.Port, options.Seed, options.TimeProvider) = (arguments.Port, arguments.Seed, new SandboxClock()),
                cancellationToken
            )
            .ConfigureAwait(false);
        try
        {
            var desks = Desk.AllOf(sandbox);
            var port = arguments.Port == 0 ? 0 : arguments.Port + sandbox.Twins.Count;
            return new SandboxTool(
                sandbox,
                desks,
                await PageServer.StartAsync(new SandboxPage(sandbox, desks), port, cancellationToken).ConfigureAwait(false)
            );
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        await Sandbox.DisposeAsync().ConfigureAwait(false);
    }
}
