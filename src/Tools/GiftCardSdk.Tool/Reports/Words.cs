using System.Globalization;

namespace GiftCardSdk.Tool.Reports;

/// <summary>Values as people read them.</summary>
internal static class Words
{
    public static string Of(Money? money) => money?.ToString() ?? "not known";

    public static string Of(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name such as <c>FindByReference</c>, as words.</summary>
    public static string Of<T>(T name)
        where T : struct, Enum =>
        string.Concat(
            name.ToString()
                .Select(
                    static (letter, at) =>
                        at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
                )
        );

    public static string Of(TimeSpan span) =>
        span switch
        {
            { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days"),
            { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} h"),
            { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
        };

    /// <summary>The first of many, so that a cell stays small.</summary>
    public static string Few(IReadOnlyCollection<string> words, int most = 3) =>
        words.Count <= most
            ? string.Join(", ", words)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", words.Take(most))} and {words.Count - most} more");

    public static string Of(CountrySet countries) => countries.Codes.Count == 0 ? countries.ToString() : Few([.. countries.Codes]);

    public static string Of(Denominations denominations) =>
        denominations is FixedDenominations fixedValues
            ? Few([.. fixedValues.Values.Select(static value => value.ToString())])
            : denominations.ToString() ?? "";

    /// <summary>A negative discount is a fee, and said as one.</summary>
    public static string Discount(decimal? percent) =>
        percent switch
        {
            null => "not known",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{-percent:0.##} % on top"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %"),
        };

    public static string Environment(GiftCardEnvironment environment) =>
        environment == GiftCardEnvironment.Production ? "PRODUCTION" : "sandbox";
}
