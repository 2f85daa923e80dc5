using System.Net;
using System.Text;
using GiftCardSdk.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>An application with the endpoint on a real socket, the twins behind it, and a clock that only a test moves.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Path = "/webhooks/gift-cards";

    private readonly WebApplication _application;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private Receiver(WebApplication application, TimeProvider time, RecordedLog log)
    {
        (_application, Time, Log) = (application, time, log);
        Address = new(application.Urls.Single());
    }

    /// <summary>The clock of everything.</summary>
    public TimeProvider Time { get; }

    /// <summary>The clock, where it is the one that moves only when a test moves it.</summary>
    public ManualTimeProvider Clock => (ManualTimeProvider)Time;

    public RecordedLog Log { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _application.Services;

    public IGiftCards GiftCards => Services.GetRequiredService<IGiftCards>();

    public IGiftCardWebhooks Webhooks => GiftCards.Webhooks;

    public IJournalRecords Records => Services.GetRequiredService<IJournalRecords>();

    /// <summary>Starts the application. Nothing happens by itself unless a test wants it to: it calls what the background would.</summary>
    public static async Task<Receiver> StartAsync(
        Action<GiftCardsBuilder> accounts,
        Action<IServiceCollection>? services = null,
        Action<GiftCardEventOptions>? events = null,
        TimeProvider? clock = null,
        bool runsByItself = false,
        Action<WebApplication>? pages = null
    )
    {
        clock ??= new ManualTimeProvider();
        var log = new RecordedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(clock);
        services?.Invoke(builder.Services);
        var cards = builder
            .Services.AddGiftCards()
            .ConfigureOrdering(static options => options.Resolver.Enabled = false)
            .ConfigureEvents(options =>
            {
                options.Enabled = runsByItself;
                events?.Invoke(options);
            });
        accounts(cards);
        var application = builder.Build();
        application.MapGiftCardWebhooks(Path);
        pages?.Invoke(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new(application, clock, log);
    }

    /// <summary>The address of an account's webhooks.</summary>
    public Uri AddressOf(string account, string? token = null) =>
        new(Address, token is null ? $"{Path}/{account}" : $"{Path}/{account}/{token}");

    /// <summary>Reads a page.</summary>
    public Task<string> ReadAsync(string path) => _http.GetStringAsync(new Uri(Address, path), TestContext.Current.CancellationToken);

    /// <summary>Posts a body with some headers.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(
        Uri address,
        byte[] body,
        IEnumerable<KeyValuePair<string, string>>? headers = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Posts a JSON text with some headers, and says how it was answered.</summary>
    public async Task<HttpStatusCode> PostAsync(Uri address, string body, IEnumerable<KeyValuePair<string, string>>? headers = null) =>
        (await PostAsync(address, Encoding.UTF8.GetBytes(body), headers)).Status;

    /// <summary>Everything that is kept beside the orders.</summary>
    public async Task<List<JournalRecord>> KeptAsync()
    {
        var kept = new List<JournalRecord>();
        foreach (var kind in (string[])["webhook", "webhook-hint", "webhook-order"])
        {
            await foreach (var record in Records.ListAsync(new() { Kind = kind }, TestContext.Current.CancellationToken))
            {
                kept.Add(record);
            }
        }

        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }
}
