using System.Text;
using GiftCardSdk.Sandbox.Tool;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Browser.Tests.Sandbox;

/// <summary>An application whose settings were copied from what the tool printed at its start.</summary>
internal sealed class Buyer : IAsyncDisposable
{
    private static readonly Dictionary<string, OrderLine> Wishes = new(StringComparer.Ordinal)
    {
        ["giftbit"] = new() { ProductId = "northcafeus", FaceValue = Money.Of(25, "USD") },
        ["gifq"] = new()
        {
            ProductId = "buchlaterne",
            FaceValue = Money.Of(30, "EUR"),
            Country = "DE",
        },
        ["giftronaut"] = new() { ProductId = "GC-NORTHWIND-USD", FaceValue = Money.Of(30, "USD") },
        ["giftcardpartners"] = new() { ProductId = "HARBOR-COFFEE-US", FaceValue = Money.Of(15, "USD") },
        ["huuray"] = new() { ProductId = "pt-nord-kaffe-flex-se", FaceValue = Money.Of(200, "SEK") },
    };

    private readonly ServiceProvider _application;

    public Buyer(SandboxTool tool)
    {
        var printed = tool.Announcement;
        var json = printed[printed.IndexOf('{', StringComparison.Ordinal)..(printed.IndexOf("\n}", StringComparison.Ordinal) + 2)];
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        var accounts = configuration.GetRequiredSection("GiftCards");
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .AddGiftbit(accounts.GetRequiredSection("Giftbit"))
            .AddGifq(accounts.GetRequiredSection("Gifq"))
            .AddGiftronaut(accounts.GetRequiredSection("Giftronaut"))
            .AddGiftCardPartners(accounts.GetRequiredSection("GiftCardPartners"))
            .AddHuuray(accounts.GetRequiredSection("Huuray"));
        _application = services.BuildServiceProvider();
    }

    public static IEnumerable<string> Accounts => Wishes.Keys;

    public IGiftCardAccount Account(string name) => _application.GetRequiredService<IGiftCards>().GetAccount(name);

    public Task<Order> BuyAsync(string account, string reference) =>
        Account(account)
            .PlaceAndWaitAsync(
                new OrderRequest
                {
                    Reference = reference,
                    Lines = [Wishes[account]],
                    Delivery = Delivery.Returned,
                },
                TimeSpan.FromMinutes(5)
            );

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
