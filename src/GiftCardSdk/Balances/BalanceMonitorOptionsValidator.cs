using System.Globalization;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Balances;

/// <summary>Checks the figures; each message names the setting, its value and the bounds.</summary>
internal sealed class BalanceMonitorOptionsValidator : IValidateOptions<BalanceMonitorOptions>
{
    public ValidateOptionsResult Validate(string? name, BalanceMonitorOptions options)
    {
        string?[] mistakes =
        [
            Outside(nameof(options.Interval), options.Interval, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)),
            Outside(nameof(options.RateOver), options.RateOver, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
        ];
        string[] found = [.. mistakes.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Outside(string setting, TimeSpan value, TimeSpan min, TimeSpan max) =>
        value >= min && value <= max
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(BalanceMonitorOptions)}.{setting} is {value}; it must lie between {min} and {max}."
            );
}
