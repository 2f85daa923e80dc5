using GiftCardSdk.Ordering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>The SDK as an application has it: all five accounts, a journal, a source of lost orders, an observer, under a generic host.</summary>
internal static class Application
{
    /// <summary>Longer than anything under way takes on a slow machine.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(5);

    /// <param name="plan">What is to be bought and where.</param>
    /// <param name="clock">The clock of the run.</param>
    /// <param name="answers">Where is written what anybody was told.</param>
    /// <param name="resolvesByItself">Whether the resolver works in the background.</param>
    public static IHost Build(Plan plan, TimeProvider clock, AnswerFile answers, bool resolvesByItself = true)
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
                options.Resolver.Enabled = resolvesByItself;
                options.Resolver.MaxDelay = TimeSpan.FromMinutes(3);
                options.Resolver.MaxParallel = 16;
            });
        plan.Journal.AddTo(giftCards);
        plan.Accounts.AddTo(giftCards);
        return builder.Build();
    }
}
