using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using GiftCardSdk.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>An application with the operations page on a real socket, an account in memory behind it, and a clock that only a test moves.</summary>
internal sealed partial class DashboardStage : IAsyncDisposable
{
    public const string Path = "/gift-cards";
    public const string Account = "shop";
    public const string Policy = "operations";

    /// <summary>Who is signed in, by the test's own sign-in; behind a slash the role.</summary>
    public const string UserHeader = "Test-User";

    private readonly WebApplication _application;
    private readonly HttpClient _http;

    private DashboardStage(WebApplication application, Setup setup, RecordedLog log)
    {
        (_application, Clock, Provider, Log) = (application, setup.Clock, setup.Provider, log);
        _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new(application.Urls.Single()),
        };
    }

    public ManualTimeProvider Clock { get; }

    public InMemoryGiftCardProvider Provider { get; }

    public RecordedLog Log { get; }

    public Uri Address => new(_http.BaseAddress!, Path);

    public IServiceProvider Services => _application.Services;

    public IGiftCards GiftCards => Services.GetRequiredService<IGiftCards>();

    /// <summary>Starts the application; in development and without a policy, unless the test says otherwise.</summary>
    public static async Task<DashboardStage> StartAsync(Action<Setup>? configure = null)
    {
        var (setup, log) = (new Setup(), new RecordedLog());
        configure?.Invoke(setup);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = setup.Environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(setup.Time ?? setup.Clock);
        builder.Services.AddAntiforgery().AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, SignIn>("test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireRole("staff"));
        setup.Services?.Invoke(builder.Services);
        var cards = builder
            .Services.AddGiftCards()
            .ConfigureOrdering(static options => options.Resolver.Enabled = false)
            .ConfigureEvents(static options => options.Enabled = false)
            .AddInMemory(Account, setup.Provider);
        setup.Cards?.Invoke(cards);
        var application = builder.Build();
        setup.Before?.Invoke(application);
        (setup.Map ?? (app => app.MapGiftCardsDashboard(Path, options => options.AuthorizationPolicy = setup.Policy))).Invoke(application);
        await application.StartAsync();
        return new(application, setup, log);
    }

    /// <summary>Reads a page.</summary>
    public async Task<Answer> GetAsync(string page = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path + page);
        return await SendAsync(request, headers);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await _http.SendAsync(request);
        return new(response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form of a page back with its hidden fields and the given ones, as a browser does; a field that is null is left out.</summary>
    /// <param name="page">The page.</param>
    /// <param name="action">What the address of the form ends with before its query.</param>
    /// <param name="fields">What is filled in.</param>
    /// <param name="user">Who is signed in; null for nobody.</param>
    /// <param name="whileOpen">What happens while the page lies open.</param>
    public async Task<Answer> SubmitAsync(
        string page,
        string action,
        IEnumerable<(string Name, string? Value)> fields,
        string? user = null,
        Func<Task>? whileOpen = null
    )
    {
        (string, string)[] headers = user is null ? [] : [(UserHeader, user)];
        var answer = await GetAsync(page, headers);
        await (whileOpen?.Invoke() ?? Task.CompletedTask);
        var form = Forms()
            .Matches(answer.Body)
            .First(form => form.Groups["action"].Value.Split('?')[0].EndsWith(action, StringComparison.Ordinal));
        var filled = Hidden()
            .Matches(form.Groups["fields"].Value)
            .ToDictionary(
                field => field.Groups["name"].Value,
                field => (string?)WebUtility.HtmlDecode(field.Groups["value"].Value),
                StringComparer.Ordinal
            );
        foreach (var (name, value) in fields)
        {
            filled[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, WebUtility.HtmlDecode(form.Groups["action"].Value))
        {
            Content = new FormUrlEncodedContent(filled.Where(field => field.Value is not null)!),
        };
        return await SendAsync(request, headers);
    }

    /// <summary>What an earlier process has left in the journal.</summary>
    public async Task<OrderIdentity> LeaveAsync(
        string reference,
        OrderJournalState state,
        DateTimeOffset? at = null,
        Func<JournalEntry, JournalEntry>? change = null
    )
    {
        var sent = at ?? Clock.GetUtcNow();
        var entry = new JournalEntry
        {
            Identity = new("in-memory", GiftCardEnvironment.Sandbox, Account, OrderIdentity.PlaceOrder, reference),
            ProviderKey = new OrderReference(reference).ProviderKey,
            Fingerprint = "v2:key:0",
            State = state,
            Reason = state == OrderJournalState.Parked ? "the provider does not show it" : null,
            Lines = [new("north-cafe", Money.Of(25, "USD"), 1, null)],
            ProviderOrderIds = state == OrderJournalState.Accepted ? [$"id-{reference}"] : [],
            FirstSentAt = sent,
            LastSentAt = sent,
            Attempt = 1,
            CreatedAt = sent,
            UpdatedAt = sent,
        };
        entry = change?.Invoke(entry) ?? entry;
        (await Services.GetRequiredService<IOrderJournal>().TryAddAsync(entry)).ShouldBeTrue();
        return entry.Identity;
    }

    public Task<JournalEntry?> EntryAsync(OrderIdentity identity) =>
        Services.GetRequiredService<IOrderJournal>().FindAsync(identity).AsTask();

    /// <summary>An event that a handler has failed at for good.</summary>
    public async Task GiveUpAsync(string id, string rawKind = "card.viewed")
    {
        var now = Clock.GetUtcNow();
        var record = new JournalRecord
        {
            Kind = "webhook",
            Id = id,
            Group = "parked",
            CreatedAt = now,
            UpdatedAt = now,
            Body = $$$"""
                {"event":{"id":"{{{id}}}","provider":"in-memory","account":"shop","kind":"opened","rawKind":"{{{rawKind}}}","reference":"wave-1","receivedAt":"2026-01-15T11:00:00+00:00","source":"Webhook"},"tries":12,"done":[],"failures":{"Notebook":"InvalidOperationException"}}
                """,
        };
        (await Services.GetRequiredService<IJournalRecords>().TryAddAsync(record)).ShouldBeTrue();
    }

    /// <summary>The page of an order.</summary>
    public static string PageOf(OrderIdentity order) =>
        $"/order?provider={order.Provider}&environment={order.Environment}&account={order.Account}&operation={order.Operation}&reference={Uri.EscapeDataString(order.Reference.Value)}";

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\"[^>]*>(?<fields>.*?)</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    /// <summary>An answer of the page.</summary>
    internal sealed record Answer(HttpStatusCode Status, string Body, Uri? Location, IReadOnlyDictionary<string, string> Headers)
    {
        public Answer(HttpResponseMessage response, string body)
            : this(
                response.StatusCode,
                body,
                response.Headers.Location,
                response.Headers.ToDictionary(
                    header => header.Key,
                    header => string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                )
            ) { }
    }

    /// <summary>How the application is set up.</summary>
    internal sealed class Setup
    {
        public string Environment { get; set; } = "Development";

        public string? Policy { get; set; }

        public ManualTimeProvider Clock { get; } = new();

        /// <summary>A clock around the manual one; null for that one itself.</summary>
        public TimeProvider? Time { get; set; }

        public InMemoryGiftCardProvider Provider { get; set; } = new();

        public Action<IServiceCollection>? Services { get; set; }

        public Action<GiftCardsBuilder>? Cards { get; set; }

        /// <summary>What the application puts before its endpoints.</summary>
        public Action<WebApplication>? Before { get; set; }

        /// <summary>How the page is mapped; null for the usual way.</summary>
        public Action<WebApplication>? Map { get; set; }
    }

    private sealed class SignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[UserHeader].ToString().Split('/') is not [var name, var role])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            Claim[] claims = name.Length == 0 ? [new(ClaimTypes.Role, role)] : [new(ClaimTypes.Name, name), new(ClaimTypes.Role, role)];
            var user = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
            return Task.FromResult(AuthenticateResult.Success(new(user, "test")));
        }
    }
}
