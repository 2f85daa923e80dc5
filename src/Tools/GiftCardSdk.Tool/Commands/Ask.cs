using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GiftCardSdk.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Ask
{
    public static Option<string?> Config { get; } =
        new("--config", "-c")
        {
            Description = $"Settings file; else ./{Sessions.SettingsFile.Name}, else the user's own",
            HelpName = "file",
            Recursive = true,
        };

    public static Option<bool> Sandbox { get; } =
        new("--sandbox") { Description = "Play with five pretend providers inside this command", Recursive = true };

    public static Option<bool> IsJson { get; } = new("--json") { Description = "JSON in place of tables", Recursive = true };

    public static Option<string?> Account(string description = "Only this account") =>
        new("--account", "-a") { Description = description, HelpName = "name" };

    public static Option<string?> Text(string name, string description, string helpName = "text") =>
        new(name) { Description = description, HelpName = helpName };

    public static Argument<string> Reference() => new("reference") { Description = "Your own id of the order" };

    /// <summary>An amount, as two words or as one in quotes.</summary>
    public static Argument<Money> Amount(string description) =>
        new("amount")
        {
            Description = description,
            HelpName = "amount currency",
            Arity = new(1, 2),
            CustomParser = static result => Read(result, result.Tokens.Select(static token => token.Value)) ?? default,
        };

    public static Option<Money?> Amount(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "\"100 USD\"",
            CustomParser = static result => Read(result, result.Tokens.Select(static token => token.Value)),
        };

    public static Option<Money[]> Amounts(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "\"100 USD\"",
            CustomParser = static result => [.. result.Tokens.Select(token => Read(result, [token.Value])).OfType<Money>()],
        };

    public static Option<TimeSpan> Seconds(string name, string description, int usual) =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description}; {usual} if not said"),
            HelpName = "seconds",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(usual),
            CustomParser = result =>
            {
                if (
                    !int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    || seconds > 86400
                )
                {
                    result.AddError($"'{result.Tokens[0].Value}' is no number of seconds between 0 and 86400.");
                }

                return TimeSpan.FromSeconds(seconds);
            },
        };

    public static Option<DateTimeOffset?> Time(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "2026-03-01",
            CustomParser = static result =>
            {
                if (TryReadTime(result.Tokens[0].Value, out var time))
                {
                    return time;
                }

                result.AddError($"'{result.Tokens[0].Value}' is no time such as 2026-03-01 or 2026-03-01T12:00Z.");
                return null;
            },
        };

    /// <summary>A day, or a day and a time; UTC where no zone is said.</summary>
    public static bool TryReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static Money? Read(ArgumentResult result, IEnumerable<string> words)
    {
        var text = string.Join(' ', words);
        if (Money.TryParse(text, out var money) && money.IsPayable)
        {
            return money;
        }

        result.AddError($"'{text}' is no amount such as 25 USD.");
        return null;
    }
}
