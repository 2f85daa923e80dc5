namespace GiftCardSdk.Tool;

/// <summary>How the command ends; docs/command-line.md has the same table.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NotFound = 3;
    public const int Unknown = 4;
    public const int Attention = 5;
    public const int NotConfirmed = 6;
    public const int Interrupted = 130;

    /// <summary>What each means, for help.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Table { get; } =
    [
        (Done, "done"),
        (Failed, "refused or failed: this call has bought nothing"),
        (Usage, "the command line or the configuration is not right; nobody was asked"),
        (NotFound, "there is no such order, product or batch"),
        (Unknown, "whether it was bought is not known: repeat the same reference"),
        (Attention, "done, and a person should look: a failed check, a parked order"),
        (NotConfirmed, "not confirmed; nothing was done"),
        (Interrupted, "interrupted; an order that was sent goes on: repeat its reference"),
    ];
}
