using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering;

public sealed class OrderingOptionsTests
{
    [Fact]
    public void The_usual_figures_are_valid() => Check(new()).ShouldBeEmpty();

    [Fact]
    public void Every_wrong_figure_is_named_with_its_bounds()
    {
        var options = new OrderingOptions
        {
            AttemptTimeout = TimeSpan.Zero,
            ResolveWithin = TimeSpan.FromHours(1),
            MaxSends = 0,
            FirstDelay = TimeSpan.FromMinutes(2),
            MaxDelay = TimeSpan.FromMinutes(1),
            Resolver =
            {
                Interval = TimeSpan.Zero,
                FirstDelay = TimeSpan.FromMinutes(2),
                MaxDelay = TimeSpan.FromMinutes(1),
                MaxParallel = 0,
                LookForLateOrders = TimeSpan.FromDays(-1),
            },
        };

        Check(options)
            .ShouldBe([
                "OrderingOptions.AttemptTimeout is 00:00:00; it must lie between 00:00:01 and 00:10:00.",
                "OrderingOptions.ResolveWithin is 01:00:00; it must lie between 00:00:01 and 00:10:00.",
                "OrderingOptions.MaxSends is 0; it must lie between 1 and 10.",
                "OrderingOptions.FirstDelay is 00:02:00; it must lie between 00:00:00.0010000 and 00:01:00.",
                "OrderingOptions.MaxDelay is 00:01:00; it must lie between 00:02:00 and 00:10:00.",
                "OrderingOptions.Resolver.Interval is 00:00:00; it must lie between 00:00:01 and 01:00:00.",
                "OrderingOptions.Resolver.MaxDelay is 00:01:00; it must lie between 00:02:00 and 1.00:00:00.",
                "OrderingOptions.Resolver.MaxParallel is 0; it must lie between 1 and 64.",
                "OrderingOptions.Resolver.LookForLateOrders is -1.00:00:00; it must lie between 00:00:00 and 30.00:00:00.",
            ]);
    }

    private static IEnumerable<string> Check(OrderingOptions options) =>
        new OrderingOptionsValidator().Validate(null, options).Failures ?? [];
}
