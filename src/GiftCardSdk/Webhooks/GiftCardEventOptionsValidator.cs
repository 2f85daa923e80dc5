using System.Globalization;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Webhooks;

/// <summary>Checks the figures; each message names the setting, its value and the bounds.</summary>
internal sealed class GiftCardEventOptionsValidator : IValidateOptions<GiftCardEventOptions>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public ValidateOptionsResult Validate(string? name, GiftCardEventOptions options)
    {
        string[] mistakes = [.. Of(options).Concat(Of(options.Poll)).OfType<string>()];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string?> Of(GiftCardEventOptions options) =>
        [
            Outside(nameof(options.MaxBodyBytes), options.MaxBodyBytes, 1024, 16 * 1024 * 1024),
            Outside(nameof(options.Interval), options.Interval, Second, Hour),
            Outside(nameof(options.FirstDelay), options.FirstDelay, Second, Hour),
            Outside(nameof(options.MaxDelay), options.MaxDelay, options.FirstDelay, Day),
            Outside(nameof(options.MaxTries), options.MaxTries, 1, 100),
            Outside(nameof(options.HandlerTimeout), options.HandlerTimeout, Second, TimeSpan.FromMinutes(15)),
            Outside(nameof(options.MaxParallel), options.MaxParallel, 1, 64),
            Outside(nameof(options.KeepFor), options.KeepFor, Day, Year),
        ];

    private static IEnumerable<string?> Of(StatusPollOptions options) =>
        [
            OutsidePoll(nameof(options.Interval), options.Interval, Second, Hour),
            OutsidePoll(nameof(options.FirstDelay), options.FirstDelay, Second, Hour),
            OutsidePoll(nameof(options.MaxDelay), options.MaxDelay, options.FirstDelay, Day),
            OutsidePoll(nameof(options.MaxParallel), options.MaxParallel, 1, 64),
            OutsidePoll(nameof(options.GiveUpAfter), options.GiveUpAfter, Hour, Year),
            OutsidePoll(nameof(options.FollowDeliveryFor), options.FollowDeliveryFor, TimeSpan.Zero, TimeSpan.FromDays(30)),
            OutsidePoll(nameof(options.FollowRedemptionFor), options.FollowRedemptionFor, TimeSpan.Zero, Year),
        ];

    private static string? OutsidePoll<T>(string setting, T value, T min, T max)
        where T : IComparable<T> => Outside($"{nameof(GiftCardEventOptions.Poll)}.{setting}", value, min, max);

    private static string? Outside<T>(string setting, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(GiftCardEventOptions)}.{setting} is {value}; it must lie between {min} and {max}."
            );
}
