namespace GiftCardSdk.Chaos.Reporting;

/// <summary>Says on a terminal how far a run is; elsewhere nothing.</summary>
internal static class Screen
{
    private const int Width = 78;

    /// <summary>Replaces what was shown last.</summary>
    public static void Show(string text)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{text.PadRight(Width)}\r");
        }
    }
}
