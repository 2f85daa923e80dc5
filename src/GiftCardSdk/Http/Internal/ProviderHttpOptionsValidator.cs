using Microsoft.Extensions.Options;

namespace GiftCardSdk.Http.Internal;

/// <summary>Checks the figures.</summary>
internal sealed class ProviderHttpOptionsValidator : IValidateOptions<ProviderHttpOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, ProviderHttpOptions options) =>
        options.LongestPause >= Shortest && options.LongestPause <= Longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"ProviderHttpOptions.LongestPause is {options.LongestPause}; {Shortest} to {Longest} is expected."
            );
}
