namespace GiftCardSdk.Tool;

/// <summary>The command ends here, with words for whoever typed it.</summary>
internal sealed class ToolException(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
