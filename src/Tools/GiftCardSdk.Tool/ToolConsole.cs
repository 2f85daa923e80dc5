using System.Collections;

namespace GiftCardSdk.Tool;

/// <summary>Everything that the command has around it: what it reads, where it writes, its folders and its environment variables.</summary>
internal sealed record ToolConsole
{
    public required TextReader In { get; init; }

    /// <summary>What was asked for, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors, questions and hints.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person sees what is written, and no file and no other program.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>How many characters fit into a line of the terminal.</summary>
    public int Width { get; init; } = Screen.LeastWidth;

    /// <summary>The folder that the command was typed in.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the user's own settings are kept.</summary>
    public required string UserFolder { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The bytes of the two ends, for a protocol.</summary>
    public required Func<(Stream Input, Stream Output)> OpenStreams { get; init; }

    public bool HasColors => IsTerminal && string.IsNullOrEmpty(Variables.GetValueOrDefault("NO_COLOR"));

    /// <summary>Asks, and waits for a line.</summary>
    /// <returns>The line without blanks at its ends; null if nobody is there to answer.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await Error.WriteAsync(question).ConfigureAwait(false);
        await Error.FlushAsync(cancellationToken).ConfigureAwait(false);
        // A terminal is read by a blocked thread, which is left behind when somebody presses Ctrl+C.
        var answer = await Task.Run(In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            await Error.WriteLineAsync("Nobody answered; a script says --yes.").ConfigureAwait(false);
        }

        return answer?.Trim();
    }

    public static ToolConsole OfProcess() =>
        new()
        {
            In = Console.In,
            Out = Console.Out,
            Error = Console.Error,
            IsTerminal = !Console.IsOutputRedirected,
            Width = Console.IsOutputRedirected ? Screen.LeastWidth : Console.WindowWidth,
            Folder = Environment.CurrentDirectory,
            UserFolder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "giftcards"),
            Variables = Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal),
            OpenStreams = static () => (Console.OpenStandardInput(), Console.OpenStandardOutput()),
        };
}
