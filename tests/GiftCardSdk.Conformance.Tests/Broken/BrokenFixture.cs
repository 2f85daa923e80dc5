using GiftCardSdk.Adapters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Northlake;
using Northlake.Tests;

namespace GiftCardSdk.Conformance.Tests.Broken;

/// <summary>A mistake that an adapter's author could make.</summary>
internal interface IMistake
{
    /// <summary>The adapter with the mistake in it.</summary>
    static abstract GiftCardAdapter In(GiftCardAdapter sound);

    /// <summary>The settings as the adapter reads them; soundly, those of the moment.</summary>
    static virtual Func<NorthlakeOptions> Read(Func<NorthlakeOptions> settings) => settings;
}

/// <summary>The guide's adapter, with a mistake in it.</summary>
internal sealed class BrokenFixture<TMistake> : ConformanceFixture
    where TMistake : IMistake
{
    public override Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
        Task.FromResult<ConformanceStage>(new BrokenStage(clock));

    private sealed class BrokenStage(ConformanceClock clock) : NorthlakeStage(clock)
    {
        public override void AddAccount(GiftCardsBuilder builder, string name)
        {
            base.AddAccount(builder, name);
            var service = builder.Services.Single(service => !service.IsKeyedService && IsAccount(service.ImplementationInstance, name));
            var sound = (AccountRegistration)service.ImplementationInstance!;
            builder.Services.Remove(service);
            builder.Services.AddSingleton(
                sound with
                {
                    CreateAdapter = context => TMistake.In(new NorthlakeAdapter(context, TMistake.Read(() => OptionsOf(context, name)))),
                }
            );
        }

        private static NorthlakeOptions OptionsOf(AdapterContext context, string name) =>
            context.Services.GetRequiredService<IOptionsMonitor<NorthlakeOptions>>().Get(name);

        private static bool IsAccount(object? instance, string name) => (instance as AccountRegistration)?.Name == name;
    }
}
