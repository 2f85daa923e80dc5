using System.Globalization;
using GiftCardSdk;

namespace GoLiveCheck;

/// <summary>The list, step by step.</summary>
internal static class Show
{
    /// <returns>How many steps failed.</returns>
    public static int Account(IGiftCardAccount account, IReadOnlyList<Step> steps)
    {
        var money = account.Environment == GiftCardEnvironment.Production ? "REAL MONEY" : "play money";
        Console.WriteLine($"{account.Name} ({account.Provider}, {account.Environment}: {money})");
        foreach (var step in steps)
        {
            Line(step);
        }

        Console.WriteLine();
        return steps.Count(step => step.Verdict == Verdict.Failed);
    }

    /// <returns>1 if it failed.</returns>
    public static int Sent(Step step)
    {
        Line(step);
        return step.Verdict == Verdict.Failed ? 1 : 0;
    }

    public static void Result(int failed) =>
        Console.WriteLine(
            failed == 0
                ? "every step that a call can show has passed"
                : string.Create(CultureInfo.InvariantCulture, $"{failed} steps failed")
        );

    private static void Line(Step step)
    {
        var word = step.Verdict switch
        {
            Verdict.Passed => "ok     ",
            Verdict.Failed => "FAILED ",
            _ => "by hand",
        };
        Console.WriteLine($"  {word} {step.What}{(step.Detail.Length > 0 ? ": " + step.Detail : "")}");
    }
}
