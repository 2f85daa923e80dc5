using GiftCardSdk.Chaos.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>The SDK as an application has it: all five accounts, a journal, a source of lost orders, an observer, under a generic host.</summary>
internal static class Application
{
    /// <summary>Longer than anything under way takes on a slow machine.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestScan = TimeSpan.FromMinutes(10);
    private const int AtATimeWhenClosing = 16;

    /// <param name="plan">What is to be bought and where.</param>
    /// <param name="clock">The clock of the run.</param>
    /// <param name="answers">Where is written what anybody was told.</param>
    /// <param name="isClosing">
    /// Whether only what is left over is resolved, pass by pass: then there is time to read a list of orders back to the first of them, several
    /// orders at a time, at the pace that the provider allows.
    /// </param>
    public static IHost Build(Plan plan, TimeProvider clock, AnswerFile answers, bool isClosing = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IOrderRequestSource>(new RebuiltOrders(answers, plan.Seed));
        builder.Services.AddSingleton<IOrderObserver>(new Observer(answers, plan.Seed));
        var giftCards = builder
            .Services.AddGiftCards()
            .ConfigureOrdering(options =>
            {
                options.Resolver.Enabled = !isClosing;
                options.Resolver.MaxDelay = TimeSpan.FromMinutes(3);
                options.ResolveWithin = isClosing ? LongestScan : options.ResolveWithin;
                options.Resolver.MaxParallel = isClosing ? AtATimeWhenClosing : options.Resolver.MaxParallel;
            });
        plan.Journal.AddTo(giftCards);
        plan.Accounts.AddTo(giftCards);
        if (plan.QuartzStore is { } store && !isClosing)
        {
            ClusterNode.AddTo(builder.Services, plan, store, answers);
        }

        return builder.Build();
    }
}
