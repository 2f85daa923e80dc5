using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>
/// Whatever happens to webhooks on their way, handlers are told the same, once. A longer run: <c>GIFTCARDS_WEBHOOK_ORDERS=2000</c> in the
/// environment of this test program, with <c>-class GiftCardSdk.AspNetCore.Tests.LossyDeliveryTests</c>.
/// </summary>
public sealed class LossyDeliveryTests(ITestOutputHelper output)
{
    private const int Rounds = 48;

    private static readonly string[] Accounts = [Giftronaut.Account, Shop.GiftCardPartners, Shop.Huuray, Shop.Gifq, Shop.Giftbit];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_30_percent_lost_30_doubled_and_30_late_all_five_providers_come_to_the_same_end()
    {
        var orders = int.TryParse(Environment.GetEnvironmentVariable("GIFTCARDS_WEBHOOK_ORDERS"), CultureInfo.InvariantCulture, out var set)
            ? set
            : 100;

        var calm = await RunAsync(orders, isRough: false);
        var rough = await RunAsync(orders, isRough: true);

        rough.Told.ShouldBe(calm.Told);
        rough.Told.Distinct(StringComparer.Ordinal).Count().ShouldBe(rough.Told.Count, "Something was told twice.");
        rough.Told.Count(told => told.EndsWith(" order.completed", StringComparison.Ordinal)).ShouldBe(orders);
        rough.Open.ShouldBe(0, "Something is still waiting.");
        rough.Struck[FaultKind.WebhookLost].ShouldBeGreaterThan(orders / 10);
        rough.Struck[FaultKind.WebhookDoubled].ShouldBeGreaterThan(orders / 10);
        rough.Struck[FaultKind.WebhookLate].ShouldBeGreaterThan(orders / 10);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"orders={orders} effects={rough.Told.Count} lost={rough.Struck[FaultKind.WebhookLost]} doubled={rough.Struck[FaultKind.WebhookDoubled]} late={rough.Struck[FaultKind.WebhookLate]} by_webhook={rough.ByWebhook} (undisturbed: {calm.ByWebhook})"
            )
        );
    }

    private static async Task<Run> RunAsync(int orders, bool isRough)
    {
        await using var shop = await Shop.StartAsync(accounts: static accounts =>
            accounts.GiftCardPartners = options =>
                options.FulfillmentComplete = new($"https://shop.example{Receiver.Path}/{Shop.GiftCardPartners}/{Shop.Token}")
        );
        var senders = SendersOf(shop);
        if (isRough)
        {
            senders.ForEach(Disturb);
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(1, orders),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token },
            async (number, _) => await shop.PlaceAsync(Accounts[number % Accounts.Length], $"survey-{number:d5}")
        );
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var sender in senders)
            {
                await sender.SendDueAsync(Token);
            }

            await shop.Webhooks.DispatchAsync(Token);
            await shop.Webhooks.PollAsync(Token);
            shop.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await shop.Webhooks.DispatchAsync(Token);
        var told = shop.Notebook.Told;
        return new(
            [.. told.Select(one => $"{one.Account} {one.Reference} {one.Kind}").Order(StringComparer.Ordinal)],
            (await shop.Receiver.KeptAsync()).Count(record => record.Group != "done"),
            told.Count(one => one.Source == GiftCardEventSource.Webhook),
            senders
                .SelectMany(sender => sender.Faults.History)
                .GroupBy(fault => fault.Kind)
                .ToDictionary(faults => faults.Key, faults => faults.Count())
        );
    }

    private static List<SandboxWebhooks> SendersOf(Shop shop)
    {
        var (giftronaut, partners, huuray) = (
            shop.Sandbox.Giftronaut.Webhooks,
            shop.Sandbox.GiftCardPartners.Webhooks,
            shop.Sandbox.Huuray.Webhooks
        );
        giftronaut.SetSecret(Giftronaut.Secret);
        giftronaut.SetReceiver(shop.Receiver.AddressOf(Giftronaut.Account));
        partners.SetReceiver(shop.Receiver.Address);
        huuray.SetReceiver(shop.Receiver.AddressOf(Shop.Huuray, Shop.Token));
        shop.Sandbox.Giftronaut.SetBalance("USD", 1_000_000);
        shop.Sandbox.Giftbit.SetBalance("USD", 100_000_000);
        shop.Sandbox.Huuray.SetBalance("SEK", 1_000_000_000);
        shop.Sandbox.Gifq.SetBalance("USD", 1_000_000);
        shop.Sandbox.GiftCardPartners.SetBalance("USD", 1_000_000);
        return [giftronaut, partners, huuray];
    }

    /// <summary>Each webhook is struck by one of them at most: of those that the first leaves, the next takes so many that each has its 30 %.</summary>
    private static void Disturb(SandboxWebhooks sender)
    {
        sender.Faults.Add(new() { Kind = FaultKind.WebhookLost, Probability = 0.3m });
        sender.Faults.Add(new() { Kind = FaultKind.WebhookDoubled, Probability = 0.3m / 0.7m });
        sender.Faults.Add(
            new()
            {
                Kind = FaultKind.WebhookLate,
                Probability = 0.3m / 0.4m,
                Delay = TimeSpan.FromMinutes(40),
            }
        );
    }

    private sealed record Run(IReadOnlyList<string> Told, int Open, int ByWebhook, IReadOnlyDictionary<FaultKind, int> Struck);
}
