using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>
/// People and cards of all five providers go through everything that an application can switch on; then whatever it has printed, measured or stored is
/// searched for them.
/// </summary>
public sealed class EverywhereCanaryTests : IDisposable
{
    private static readonly string[] Accounts = [Giftronaut.Account, Shop.GiftCardPartners, Shop.Huuray, Shop.Gifq, Shop.Giftbit];

    /// <summary>JSON as an application makes it that has set up nothing.</summary>
    private static readonly JsonSerializerOptions PlainJson = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly string _folder = Directory.CreateTempSubdirectory("giftcards-canary-").FullName;
    private readonly List<string> _places = [];
    private readonly Measurements _measured = new();
    private readonly ITestOutputHelper _output;
    private readonly ActivityListener _traces;

    public EverywhereCanaryTests(ITestOutputHelper output)
    {
        _output = output;
        _traces = new()
        {
            ShouldListenTo = source => source.Name == GiftCardTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                See($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public void Dispose()
    {
        _traces.Dispose();
        _measured.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_that_is_printed_measured_or_stored_shows_a_card_a_credential_or_a_person()
    {
        var canaries = new List<string> { "birdsong", "Tomas Reyes", Giftronaut.Secret, Shop.Token };
        var shop = await StartAsync();
        await using (shop)
        {
            canaries.AddRange(CredentialsOf(shop));
            foreach (var account in Accounts)
            {
                await BuyAndLookAsync(shop, account);
            }

            canaries.AddRange(CardsOf(shop));

            await ReportAsync(shop);
            await DeliverAsync(shop);
            await CheckHealthAsync(shop);
            await LookAtPagesAsync(shop);
            shop.Receiver.Log.Entries.ToList().ForEach(entry => See(entry.Text));
        }

        _measured.Seen.ToList().ForEach(See);
        foreach (var path in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            See(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
        }

        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_places.Count} places searched for {canaries.Count} values"));
        canaries.Count.ShouldBeGreaterThan(15);
        canaries.Where(canary => _places.Exists(place => place.Contains(canary, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        // What is searched was really there.
        _places
            .Count(place => place.Contains("What would be safe now", StringComparison.Ordinal))
            .ShouldBeGreaterThanOrEqualTo(Accounts.Length);
        foreach (var account in Accounts)
        {
            _places.ShouldContain(place => place.Contains($"{account}-mail", StringComparison.Ordinal), account);
        }
    }

    private Task<Shop> StartAsync() =>
        Shop.StartAsync(accounts: accounts =>
        {
            accounts.KeepsHistory = true;
            accounts.More = cards =>
            {
                cards.UseSqliteJournal(Path.Combine(_folder, "giftcards.db")).CacheCatalogs();
                foreach (var account in Accounts)
                {
                    var most = (IReadOnlyList<Money>)[Money.Of(10_000, "USD"), Money.Of(10_000, "SEK")];
                    cards.LimitSpending(account, new() { PerDay = most, PerRecipientPerDay = most });
                }

                cards.AddBatches();
                cards.Services.AddHealthChecks().AddGiftCards();
                cards.Services.AddAntiforgery().AddDataProtection().UseEphemeralDataProtectionProvider();
                cards.Services.AddAuthorizationBuilder().AddPolicy("anybody", policy => policy.RequireAssertion(static _ => true));
            };
            accounts.Pages = static application =>
                application.MapGiftCardsDashboard("/gift-cards", options => options.AuthorizationPolicy = "anybody");
        });

    private static IEnumerable<string> CredentialsOf(Shop shop) =>
        [
            shop.Sandbox.Giftronaut.ClientSecret,
            shop.Sandbox.GiftCardPartners.AccessToken,
            shop.Sandbox.Huuray.ApiToken,
            shop.Sandbox.Huuray.ApiSecret,
            shop.Sandbox.Gifq.ApiToken,
            shop.Sandbox.Giftbit.ApiToken,
        ];

    /// <summary>Buys for a person, looks at what became of it in every way, and fails in some.</summary>
    private async Task BuyAndLookAsync(Shop shop, string name)
    {
        var account = shop.Receiver.GiftCards.GetAccount(name);
        var request = Personal(Orders.Of(name, $"{name}-mail"));
        var order = await account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(10));
        See($"{order} {string.Join(' ', order.Rewards)} {string.Join(' ', order.Lines)} {request}");
        SeeWithJson(order, request, account.Capabilities);
        SeeWithJson([.. await account.Balances.ListAsync(), await account.CheckFundsAsync([request])]);
        SeeWithJson([.. await account.Catalog.ListAsync().Take(3).ToListAsync(TestContext.Current.CancellationToken)]);
        SeeWithJson(await shop.Receiver.GiftCards.History.FindAsync(name, order.Reference!.Value));
        SeeWithJson(await shop.Receiver.GiftCards.Journal.ExplainAsync(name, order.Reference!.Value));
        if (request.Lines[0].Recipient is { } recipient)
        {
            See($"{await shop.Receiver.GiftCards.History.FindByRecipientAsync(recipient).FirstAsync()} {recipient}");
        }

        foreach (var wrong in Wrong(request, name))
        {
            try
            {
                await account.Orders.PlaceAsync(wrong, TestContext.Current.CancellationToken);
            }
            catch (GiftCardException failure)
            {
                See($"{failure} {failure.RedactedBody} {failure.ProviderMessage}");
            }
        }
    }

    /// <summary>What the cards are worth money by, as the twins really issued them. A short number could stand anywhere by chance.</summary>
    private static IEnumerable<string> CardsOf(Shop shop) =>
        new[]
        {
            shop.Sandbox.Giftronaut.Ledger,
            shop.Sandbox.GiftCardPartners.Ledger,
            shop.Sandbox.Huuray.Ledger,
            shop.Sandbox.Gifq.Ledger,
            shop.Sandbox.Giftbit.Ledger,
        }
            .SelectMany(ledger => ledger.Sales.SelectMany(sale => sale.Issued))
            .SelectMany(card => new[] { card.Code, card.Pin, card.Link, card.SecurityCode, card.Challenge })
            .OfType<string>()
            .Where(value => value.Length >= 6)
            .Distinct(StringComparer.Ordinal);

    private static OrderRequest Personal(OrderRequest request) =>
        request.Lines[0].Recipient is null
            ? request
            : request with
            {
                Lines =
                [
                    request.Lines[0] with
                    {
                        Recipient = new() { Name = "Tomas Reyes", Email = "birdsong.recipient@panel.example" },
                    },
                ],
            };

    /// <summary>Other content under the same reference, a product that there is not, and more than a limit allows.</summary>
    private static IEnumerable<OrderRequest> Wrong(OrderRequest request, string name) =>
        [
            request with
            {
                Lines =
                [
                    request.Lines[0] with
                    {
                        FaceValue = request.Lines[0].FaceValue + Money.Of(1, request.Lines[0].FaceValue.Currency),
                    },
                ],
            },
            request with
            {
                Reference = $"{name}-gone",
                Lines = [request.Lines[0] with { ProductId = "no-such-product" }],
            },
            request with
            {
                Reference = $"{name}-limit",
                Lines = [request.Lines[0] with { FaceValue = Money.Of(20_000, request.Lines[0].FaceValue.Currency) }],
            },
        ];

    private async Task ReportAsync(Shop shop)
    {
        var (cards, csv) = (shop.Receiver.GiftCards, new StringWriter());
        var report = await cards.History.ListAsync().SummarizeAsync();
        SeeWithJson(report);
        await report.Products.WriteCsvAsync(csv);
        await report.Costs.WriteCsvAsync(csv);
        await report.Accounts.WriteCsvAsync(csv);
        var period = new TimePeriod(shop.Clock.GetUtcNow().AddDays(-2), shop.Clock.GetUtcNow().AddDays(1));
        foreach (var account in Accounts.Except([Shop.Huuray], StringComparer.Ordinal))
        {
            var compared = await cards.ReconcileAsync(account, period);
            await compared.Findings.WriteCsvAsync(csv);
            SeeWithJson(compared);
        }

        See(csv.ToString());
    }

    /// <summary>Signed deliveries with an address in them, and forged ones.</summary>
    private async Task DeliverAsync(Shop shop)
    {
        var body =
            """{"eventId":"e-9","eventType":"order.bounced","data":{"orderId":"OT-1","recipients":[{"email":"birdsong.recipient@panel.example","name":"Tomas Reyes"}]}}""";
        await shop.Receiver.PostAsync(shop.Receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body));
        await shop.Receiver.PostAsync(shop.Receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body, "another"));
        await shop.DispatchAsync();
        shop.Notebook.Told.ToList().ForEach(told => SeeWithJson(told));
    }

    private async Task CheckHealthAsync(Shop shop)
    {
        var health = await shop
            .Receiver.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(TestContext.Current.CancellationToken);
        foreach (var (name, entry) in health.Entries)
        {
            See($"{name} {entry.Description} {entry.Exception} {string.Join(' ', entry.Data)}");
        }
    }

    /// <summary>Every page that a person on duty sees, with a page for each order and what a handler has failed at.</summary>
    private async Task LookAtPagesAsync(Shop shop)
    {
        string[] lists = ["", "/orders", "/orders?end=Accepted", "/orders?end=Refused", "/balances", "/batches", "/inbox", "/accounts"];
        foreach (var list in lists)
        {
            var page = await shop.Receiver.ReadAsync($"/gift-cards{list}");
            See(page);
            foreach (
                var order in page.Split("href=\"").Select(static part => part.Split('"')[0]).Where(static link => link.Contains("/order?"))
            )
            {
                See(await shop.Receiver.ReadAsync(WebUtility.HtmlDecode(order)));
            }
        }
    }

    private void SeeWithJson(params object?[] models)
    {
        foreach (var model in models.OfType<object>())
        {
            See($"{model} {JsonSerializer.Serialize(model, model.GetType(), PlainJson)}");
        }
    }

    private void See(string place)
    {
        lock (_places)
        {
            _places.Add(place);
        }
    }
}
