using System.Globalization;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Limits hold for all applications of a database together.</summary>
public sealed class SpendingLimitTests(PostgresServer server) : IDisposable
{
    private const int Callers = 32;

    private static readonly SpendingLimits Limits = new() { PerHour = [Money.Of(10, "USD")], PerRecipientPerDay = [Money.Of(1, "USD")] };

    private readonly Processes _processes = new(server);

    public void Dispose() => _processes.Dispose();

    [Fact]
    public async Task Sixty_four_callers_of_two_applications_spend_what_is_allowed_and_not_a_cent_more()
    {
        var provider = new InMemoryGiftCardProvider();
        var accounts = Enumerable.Range(0, 2).Select(_ => Account(provider)).ToList();

        await Task.WhenAll(
            accounts.SelectMany(
                (account, process) => Enumerable.Range(0, Callers).Select(caller => Task.Run(() => BuyAsync(account, process, caller)))
            )
        );

        var sold = provider.Ledger.SelectMany(sold => sold.Lines).Sum(line => line.Total.Amount);
        sold.ShouldBeLessThanOrEqualTo(10);
        sold.ShouldBeGreaterThan(10 - 0.07m);
    }

    [Fact]
    public async Task A_recipient_is_sent_no_cent_too_much_by_callers_at_once()
    {
        var provider = new InMemoryGiftCardProvider();
        var accounts = Enumerable.Range(0, 2).Select(_ => Account(provider)).ToList();

        await Task.WhenAll(
            accounts.SelectMany(
                (account, process) => Enumerable.Range(0, 8).Select(caller => Task.Run(() => MailAsync(account, process, caller)))
            )
        );

        provider.Ledger.SelectMany(sold => sold.Lines).Sum(line => line.Total.Amount).ShouldBe(0.99m);
    }

    [Fact]
    public async Task An_application_whose_clock_is_a_day_ahead_sees_what_was_spent_today()
    {
        var provider = new InMemoryGiftCardProvider();
        var limits = new SpendingLimits { PerDay = [Money.Of(10, "USD")] };
        var ahead = new ManualTimeProvider(TimeProvider.System.GetUtcNow().AddDays(1));

        (await IsBoughtAsync(Account(provider, limits), Order($"right", 10))).ShouldBeTrue();

        (await IsBoughtAsync(Account(provider, limits, ahead), Order($"ahead", 0.01m))).ShouldBeFalse();
        provider.Ledger.Count.ShouldBe(1);
    }

    private IGiftCardAccount Account(InMemoryGiftCardProvider provider, SpendingLimits? limits = null, TimeProvider? clock = null) =>
        _processes
            .Start(clock, accounts: builder => builder.AddInMemory("shop", provider).LimitSpending("shop", limits ?? Limits))
            .GetRequiredService<IGiftCards>()
            .GetAccount("shop");

    private static async Task BuyAsync(IGiftCardAccount account, int process, int caller)
    {
        var refused = 0;
        for (var i = 0; refused < 5; i++)
        {
            refused += await IsBoughtAsync(account, Order($"{process}-{caller}-{i}", 0.07m * (1 + (i % 5)))) ? 0 : 1;
        }
    }

    private static async Task MailAsync(IGiftCardAccount account, int process, int caller)
    {
        for (var i = 0; i < 2; i++)
        {
            var order = Order($"{process}-{caller}-{i}", 0.33m);
            _ = await IsBoughtAsync(
                account,
                order with
                {
                    Delivery = Delivery.Email,
                    Lines = [order.Lines[0] with { Recipient = new() { Email = "ida@fjord.example" } }],
                }
            );
        }
    }

    private static async Task<bool> IsBoughtAsync(IGiftCardAccount account, OrderRequest order)
    {
        try
        {
            await account.Orders.PlaceAsync(order);
            return true;
        }
        catch (GiftCardException limit) when (limit.Code == GiftCardErrorCode.SpendingLimit)
        {
            return false;
        }
    }

    private static OrderRequest Order(FormattableString reference, decimal amount) =>
        new()
        {
            Reference = reference.ToString(CultureInfo.InvariantCulture),
            Lines = [new() { ProductId = "books", FaceValue = Money.Of(amount, "USD") }],
            Delivery = Delivery.Returned,
        };
}
