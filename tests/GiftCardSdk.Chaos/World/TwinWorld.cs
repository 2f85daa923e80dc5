using System.Text;
using System.Text.Json;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.World;

/// <summary>The five twins on real sockets, and the clock that they share with their customers.</summary>
internal sealed class TwinWorld : IAsyncDisposable
{
    /// <summary>
    /// The longest that the clock jumps while orders are under way: no commit may come later than its fault and the quiet time allow, even if a
    /// request waits in a socket during a jump.
    /// </summary>
    public static readonly TimeSpan LongestJump = TimeSpan.FromMinutes(2);

    private const long AsGoodAsEndless = 1_000_000_000_000;

    private readonly Heartbeat _heartbeat;

    private TwinWorld(SharedClock clock, string clockFile, GiftCardSandbox sandbox, string gifqCampaign)
    {
        (Clock, ClockFile, Sandbox) = (clock, clockFile, sandbox);
        Accounts = WorldAccounts.Of(sandbox, gifqCampaign);
        _heartbeat = new(clock, sandbox.Twins.Select(twin => twin.BaseAddress));
    }

    public SharedClock Clock { get; }

    /// <summary>Where other processes find the clock.</summary>
    public string ClockFile { get; }

    public GiftCardSandbox Sandbox { get; }

    /// <summary>How to be a customer of the twins.</summary>
    public WorldAccounts Accounts { get; }

    public static async Task<TwinWorld> StartAsync(string folder, int seed)
    {
        var file = Path.Combine(folder, "clock");
        var clock = SharedClock.Create(file);
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            Switches.Draw(options, seed);
        });
        foreach (var twin in sandbox.Twins)
        {
            twin.Requests.KeepContent = false;
        }

        Fund(sandbox);
        return new(clock, file, sandbox, await StartCampaignAsync(sandbox.Gifq));
    }

    public ProviderTwin TwinOf(Provider provider) => Sandbox.Twins.Single(twin => twin.Name == provider.Name);

    /// <summary>Lets time pass at once.</summary>
    public Task JumpAsync(TimeSpan by) => _heartbeat.JumpAsync(by);

    public async ValueTask DisposeAsync()
    {
        await _heartbeat.DisposeAsync();
        await Sandbox.DisposeAsync();
        Clock.Dispose();
    }

    /// <summary>A campaign at GIFQ for payouts to belong to, made in its dashboard as it were.</summary>
    private static async Task<string> StartCampaignAsync(GifqTwin gifq)
    {
        using var http = new HttpClient { BaseAddress = gifq.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Api-Token", gifq.ApiToken);
        using var made = await http.PostAsync(
            new Uri("api/campaigns", UriKind.Relative),
            new StringContent(
                """{"name":"Thank you","email_subject":"For you","email_body":"Here it is."}""",
                Encoding.UTF8,
                "application/json"
            )
        );
        using var campaign = JsonDocument.Parse(await made.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        var id = campaign.RootElement.GetProperty("id").GetString()!;
        using var begun = await http.PostAsync(new Uri($"api/campaigns/{id}/activate", UriKind.Relative), new ByteArrayContent([]));
        begun.EnsureSuccessStatusCode();
        return id;
    }

    /// <summary>Nobody runs out of money, except by a fault.</summary>
    private static void Fund(GiftCardSandbox sandbox)
    {
        foreach (var currency in new[] { "USD", "CAD", "GBP", "EUR" })
        {
            sandbox.Giftbit.SetBalance(currency, AsGoodAsEndless);
        }

        foreach (var currency in new[] { "USD", "GBP", "EUR", "JPY" })
        {
            sandbox.Gifq.SetBalance(currency, AsGoodAsEndless);
        }

        foreach (var currency in new[] { "SEK", "DKK", "EUR" })
        {
            sandbox.Huuray.SetBalance(currency, AsGoodAsEndless);
        }

        sandbox.Giftronaut.SetBalance("USD", AsGoodAsEndless);
        sandbox.GiftCardPartners.SetBalance("USD", AsGoodAsEndless);
    }
}
