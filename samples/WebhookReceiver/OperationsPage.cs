using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WebhookReceiver;

/// <summary>What a person on duty looks at, with an order that needs one.</summary>
internal static class OperationsPage
{
    public const string Path = "/gift-cards";

    public static void Add(GiftCardsBuilder cards)
    {
        cards.Services.AddAntiforgery();
        cards.MonitorBalances(options =>
        {
            options.Interval = TimeSpan.FromSeconds(10);
            options.AlertBelow("giftbit", Money.Of(100, "USD"));
        });
    }

    /// <summary>Shows the page until the program is ended.</summary>
    public static async Task ShowAsync(WebApplication app, GiftCardSandbox sandbox)
    {
        Console.WriteLine($"The operations page, until Ctrl+C: {app.Urls.Single()}{Path}");
        // The answer to an order is lost, and the provider cannot be asked: nobody but a person can say whether it was bought.
        sandbox.Giftbit.Faults.Add(new Fault { Operation = "campaign.get", Kind = FaultKind.ServerErrorBeforeCommit });
        sandbox.Giftbit.Faults.Add(new Fault { Operation = "campaign.create", Kind = FaultKind.ResetAfterCommit });
        try
        {
            var giftbit = app.Services.GetRequiredService<IGiftCards>().GetAccount("giftbit");
            await giftbit.Orders.PlaceAsync(Accounts.Orders["giftbit"] with { Reference = "survey-81-d" });
        }
        catch (OrderOutcomeUnknownException unknown)
        {
            Console.WriteLine($"Nobody knows whether {unknown.Reference} was bought; look at it there.");
        }

        await app.WaitForShutdownAsync();
    }
}
