using GiftCardSdk.Conformance;
using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>All five twins and an application with an account at each, on a clock that nobody has to wait for.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Token = "k9x2v7m4p8q1z5w3";
    public const string GiftCardPartners = "giftcardpartners";
    public const string Huuray = "huuray";
    public const string Gifq = "gifq";
    public const string Giftbit = "giftbit";

    private Shop(GiftCardSandbox sandbox, Receiver receiver, ConformanceClock clock, Notebook notebook) =>
        (Sandbox, Receiver, Clock, Notebook) = (sandbox, receiver, clock, notebook);

    public GiftCardSandbox Sandbox { get; }

    public Receiver Receiver { get; }

    public ConformanceClock Clock { get; }

    /// <summary>The one handler.</summary>
    public Notebook Notebook { get; }

    public IGiftCardWebhooks Webhooks => Receiver.Webhooks;

    public static async Task<Shop> StartAsync(
        Action<GiftCardSandboxOptions>? twins = null,
        Action<GiftCardEventOptions>? events = null,
        Action<Accounts>? accounts = null
    )
    {
        var (clock, notebook) = (new ConformanceClock(), new Notebook());
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Giftronaut.SandboxRequestsPerMinute = null;
            twins?.Invoke(options);
        });
        var settings = new Accounts();
        accounts?.Invoke(settings);
        var receiver = await Receiver.StartAsync(
            cards => settings.AddTo(cards, sandbox),
            services => services.AddSingleton<IGiftCardWebhookHandler>(notebook),
            events,
            clock,
            pages: settings.Pages
        );
        return new(sandbox, receiver, clock, notebook);
    }

    /// <summary>Places an order of one card.</summary>
    public Task<Order> PlaceAsync(string account, string reference) =>
        Receiver.GiftCards.GetAccount(account).Orders.PlaceAsync(Orders.Of(account, reference), TestContext.Current.CancellationToken);

    /// <summary>Hands over what is due, until nothing is: time passes until what failed or came too early is due again.</summary>
    public async Task DispatchAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await Webhooks.DispatchAsync(TestContext.Current.CancellationToken);
            Clock.Advance(TimeSpan.FromSeconds(15));
        }
    }

    /// <summary>What the handler was told of an order, in words that do not depend on the order of arrival.</summary>
    public IReadOnlyList<string> ToldOf(Order order) =>
        [
            .. Notebook
                .Told.Where(told => told.OrderId == order.Id)
                .Select(told => $"{told.Kind} {told.Source} {told.Reference}")
                .Order(StringComparer.Ordinal),
        ];

    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>How the accounts are set up, where a test wants it otherwise.</summary>
    internal sealed class Accounts
    {
        public Action<GiftCardSdk.GiftCardPartners.GiftCardPartnersOptions>? GiftCardPartners { get; set; }

        public Action<GiftCardSdk.Huuray.HuurayOptions>? Huuray { get; set; }

        public Action<GiftCardSdk.Gifq.GifqOptions>? Gifq { get; set; }

        public bool KeepsHistory { get; set; }

        /// <summary>Pages besides the webhooks.</summary>
        public Action<WebApplication>? Pages { get; set; }

        /// <summary>Whatever else is switched on.</summary>
        public Action<GiftCardsBuilder>? More { get; set; }

        public void AddTo(GiftCardsBuilder cards, GiftCardSandbox sandbox)
        {
            if (KeepsHistory)
            {
                cards.KeepOrderHistory();
            }

            More?.Invoke(cards);
            AspNetCore.Tests.Giftronaut.AddAt(cards, sandbox.Giftronaut);
            cards.AddGiftCardPartners(options =>
            {
                options.BaseAddress = sandbox.GiftCardPartners.BaseAddress;
                options.Email = sandbox.GiftCardPartners.Email;
                options.AccessToken = sandbox.GiftCardPartners.AccessToken;
                options.Webhooks.PathTokens.Add(Token);
                GiftCardPartners?.Invoke(options);
            });
            cards.AddHuuray(options =>
            {
                options.BaseAddress = sandbox.Huuray.BaseAddress;
                options.ApiToken = sandbox.Huuray.ApiToken;
                options.ApiSecret = sandbox.Huuray.ApiSecret;
                options.Webhooks.PathTokens.Add(Token);
                Huuray?.Invoke(options);
            });
            cards.AddGifq(options =>
            {
                options.BaseAddress = sandbox.Gifq.BaseAddress;
                options.ApiToken = sandbox.Gifq.ApiToken;
                options.Webhooks.PathTokens.Add(Token);
                Gifq?.Invoke(options);
            });
            cards.AddGiftbit(options =>
            {
                options.BaseAddress = sandbox.Giftbit.BaseAddress;
                options.ApiToken = sandbox.Giftbit.ApiToken;
                options.CatalogRequestsPerSecond = null;
            });
        }
    }
}
