using GiftCardSdk.Sandbox.Tool.Page;
using GiftCardSdk.Sandbox.Tool.State;

namespace GiftCardSdk.Sandbox.Tool;

/// <summary>The twins and the page beside them, while they run.</summary>
internal sealed class SandboxTool : IAsyncDisposable
{
    private readonly PageServer _server;

    private readonly SandboxState? _state;

    private SandboxTool(GiftCardSandbox sandbox, IReadOnlyList<Desk> desks, PageServer server, SandboxState? state) =>
        (Sandbox, Desks, _server, _state) = (sandbox, desks, server, state);

    public GiftCardSandbox Sandbox { get; }

    public IReadOnlyList<Desk> Desks { get; }

    /// <summary>Where the page is.</summary>
    public Uri PageAddress => _server.Address;

    /// <summary>Where everything is, and what to do with it.</summary>
    public string Announcement =>
        $"""
            Gift card sandbox: play money and invented cards. Ctrl+C ends it.

              web page           {PageAddress}{(_state is null ? "" : $"\n  state              {_state.Summary}")}
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
    /// <exception cref="StateException">The state file cannot be used.</exception>
    public static async Task<SandboxTool> StartAsync(Arguments arguments, CancellationToken cancellationToken = default)
    {
        var clock = new SandboxClock();
        var state = arguments.State is { } path ? SandboxState.Open(path, arguments.Seed, clock) : null;
        try
        {
            var sandbox = await GiftCardSandbox
                .StartAsync(
                    options =>
                    {
                        (options.Port, options.TimeProvider) = (arguments.Port, clock);
                        (options.Seed, options.BeforeOpening) = (state?.Seed ?? arguments.Seed ?? 1, state is null ? null : state.Restore);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            return await OpenPageAsync(sandbox, state, arguments.Port, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            state?.Dispose();
            throw;
        }
    }

    private static async Task<SandboxTool> OpenPageAsync(
        GiftCardSandbox sandbox,
        SandboxState? state,
        int firstPort,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IReadOnlyList<Desk> desks = [.. Desk.AllOf(sandbox).Select(desk => state?.Keep(desk) ?? desk)];
            var port = firstPort == 0 ? 0 : firstPort + sandbox.Twins.Count;
            var server = await PageServer.StartAsync(new SandboxPage(sandbox, desks), port, cancellationToken).ConfigureAwait(false);
            return new SandboxTool(sandbox, desks, server, state);
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
        _state?.Dispose();
    }
}
