namespace GiftCardSdk.Conventions;

internal static class Breaches
{
    /// <summary>Fails with every breach on a line of its own. Each says what breaks the rule and how to mend it.</summary>
    public static void ShouldBeNone(this IEnumerable<string> breaches)
    {
        var lines = breaches.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
        {
            Assert.Fail(Environment.NewLine + string.Join(Environment.NewLine, lines));
        }
    }
}
