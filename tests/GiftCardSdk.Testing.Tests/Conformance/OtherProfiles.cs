using GiftCardSdk.Conformance;

namespace GiftCardSdk.Testing.Tests.Conformance;

// Crashes at providers of a kind that none of ours is, or none of our orders: what cannot be decided there is left to a person, and no sale is denied.

public sealed class CrashWhereNothingCanBeAsked : CrashConformance<ProfileFixture<Worst>>;

public sealed class RestartWhereNothingCanBeAsked : RestartConformance<ProfileFixture<Worst>>;

public sealed class CrashWhereOnlyAHitCounts : CrashConformance<ProfileFixture<HitOnly>>;

public sealed class RestartWhereOnlyAHitCounts : RestartConformance<ProfileFixture<HitOnly>>;

public sealed class CrashWhereARepeatIsAllThereIs : CrashConformance<ProfileFixture<RepeatOnly>>;

public sealed class RestartWhereARepeatIsAllThereIs : RestartConformance<ProfileFixture<RepeatOnly>>;

public sealed class CrashWhereARepeatIsSafeForAnHour : CrashConformance<ProfileFixture<RepeatForAnHour>>;

public sealed class RestartWhereARepeatIsSafeForAnHour : RestartConformance<ProfileFixture<RepeatForAnHour>>;

/// <summary>What happens at a provider when an order is sent twice.</summary>
public interface IProfile
{
    static abstract IdempotencyProfile Profile { get; }
}

/// <summary>A repeat buys again, and nothing can be found.</summary>
public sealed class Worst : IProfile
{
    public static IdempotencyProfile Profile { get; } = new();
}

/// <summary>A repeat buys again, and a miss proves nothing.</summary>
public sealed class HitOnly : IProfile
{
    public static IdempotencyProfile Profile { get; } = new() { Lookup = LookupAuthority.HitOnly };
}

/// <summary>A repeat returns the original, and nothing can be found otherwise.</summary>
public sealed class RepeatOnly : IProfile
{
    public static IdempotencyProfile Profile { get; } = new() { Repeat = RepeatBehavior.NeverBuysAgain, Answer = RepeatAnswer.Original };
}

/// <summary>A repeat returns the original while its key is remembered, and nothing can be found otherwise.</summary>
public sealed class RepeatForAnHour : IProfile
{
    public static IdempotencyProfile Profile { get; } =
        new()
        {
            Repeat = RepeatBehavior.NeverWithinLife,
            KeyLife = TimeSpan.FromHours(1),
            Answer = RepeatAnswer.Original,
        };
}

/// <summary>The provider in memory, of another kind.</summary>
public sealed class ProfileFixture<TProfile> : ConformanceFixture
    where TProfile : IProfile
{
    public override Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
        Task.FromResult<ConformanceStage>(
            new InMemoryStage(clock, [new() { Delivery = Delivery.Returned, Idempotency = TProfile.Profile }])
        );
}
