using System.Globalization;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Ordering;

/// <summary>Checks the figures; each message names the setting, its value and the bounds.</summary>
internal sealed class OrderingOptionsValidator : IValidateOptions<OrderingOptions>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, OrderingOptions options)
    {
        var resolver = options.Resolver;
        string?[] mistakes =
        [
            Outside(nameof(options.AttemptTimeout), options.AttemptTimeout, Second, TenMinutes),
            Outside(nameof(options.ResolveWithin), options.ResolveWithin, Second, TenMinutes),
            Outside(nameof(options.MaxSends), options.MaxSends, 1, 10),
            Outside(nameof(options.FirstDelay), options.FirstDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)),
            Outside(nameof(options.MaxDelay), options.MaxDelay, options.FirstDelay, TenMinutes),
            options.KeepDetailsFor is { } kept
                ? Outside(nameof(options.KeepDetailsFor), kept, TimeSpan.FromDays(1), TimeSpan.MaxValue)
                : null,
            Outside($"{nameof(options.Resolver)}.{nameof(resolver.Interval)}", resolver.Interval, Second, Hour),
            Outside($"{nameof(options.Resolver)}.{nameof(resolver.FirstDelay)}", resolver.FirstDelay, Second, Hour),
            Outside(
                $"{nameof(options.Resolver)}.{nameof(resolver.MaxDelay)}",
                resolver.MaxDelay,
                resolver.FirstDelay,
                TimeSpan.FromDays(1)
            ),
            Outside($"{nameof(options.Resolver)}.{nameof(resolver.MaxParallel)}", resolver.MaxParallel, 1, 64),
            Outside($"{nameof(options.Resolver)}.{nameof(resolver.ScanWithin)}", resolver.ScanWithin, TimeSpan.FromSeconds(30), Hour),
            Outside($"{nameof(options.Resolver)}.{nameof(resolver.ParkAfter)}", resolver.ParkAfter, Hour, TimeSpan.FromDays(30)),
            Outside(
                $"{nameof(options.Resolver)}.{nameof(resolver.LookForLateOrders)}",
                resolver.LookForLateOrders,
                TimeSpan.Zero,
                TimeSpan.FromDays(30)
            ),
        ];
        string[] found = [.. mistakes.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Outside<T>(string setting, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(OrderingOptions)}.{setting} is {value}; it must lie between {min} and {max}."
            );
}
