using System.Text.Json.Nodes;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Tool.Tests;

/// <summary>A folder with settings for five twins, and the command typed in it.</summary>
internal sealed class Shell : IAsyncDisposable
{
    private Shell(GiftCardSandbox sandbox) => Sandbox = sandbox;

    public GiftCardSandbox Sandbox { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("giftcards-tool-").FullName;

    public string JournalFile => Path.Combine(Folder, "orders.db");

    /// <summary>The section <c>GiftCards</c> of the settings; written with each command.</summary>
    public required JsonObject Settings { get; init; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>A terminal that shows colours, or a file.</summary>
    public bool IsTerminal { get; set; }

    public static async Task<Shell> OpenAsync()
    {
        var sandbox = await GiftCardSandbox.StartAsync();
        var shell = new Shell(sandbox)
        {
            Settings = new()
            {
                ["Journal"] = "orders.db",
                ["Giftbit"] = new JsonObject { ["BaseAddress"] = $"{sandbox.Giftbit.BaseAddress}" },
                ["Gifq"] = new JsonObject { ["BaseAddress"] = $"{sandbox.Gifq.BaseAddress}", ["ApiToken"] = sandbox.Gifq.ApiToken },
                ["Giftronaut"] = new JsonObject
                {
                    ["BaseAddress"] = $"{sandbox.Giftronaut.BaseAddress}",
                    ["ClientId"] = sandbox.Giftronaut.ClientId,
                    ["ClientSecret"] = sandbox.Giftronaut.ClientSecret,
                },
                ["Huuray"] = new JsonObject
                {
                    ["BaseAddress"] = $"{sandbox.Huuray.BaseAddress}",
                    ["ApiToken"] = sandbox.Huuray.ApiToken,
                    ["ApiSecret"] = sandbox.Huuray.ApiSecret,
                },
            },
        };
        shell.Variables["GiftCards__Giftbit__ApiToken"] = sandbox.Giftbit.ApiToken;
        return shell;
    }

    public Task<Run> TypeAsync(params string[] arguments) => AnswerAsync("", arguments);

    /// <summary>Types a command, and then what it asks for.</summary>
    public async Task<Run> AnswerAsync(string answer, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "giftcards.json"),
            new JsonObject { ["GiftCards"] = Settings.DeepClone() }.ToJsonString()
        );
        var console = ConsoleOf(new StringReader(answer), output, error);
        var exitCode = await GiftCardTool.RunAsync(arguments, console, TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public ToolConsole ConsoleOf(TextReader input, TextWriter output, TextWriter error) =>
        new()
        {
            In = input,
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            IsTerminal = IsTerminal,
            Folder = Folder,
            UserFolder = Path.Combine(Folder, "user"),
            Variables = Variables,
            OpenStreams = static () => throw new InvalidOperationException("No protocol is spoken here."),
        };

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>What a command has written, and how it ended.</summary>
internal sealed record Run(int ExitCode, string Out, string Error)
{
    public JsonNode Json => Out.Length > 0 ? JsonNode.Parse(Out)! : throw new InvalidOperationException(Error);

    /// <summary>What it says to a person, wherever the lines end.</summary>
    public string Said => string.Join(' ', Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IEnumerable<string> Lines => (Out + Error).Split('\n');
}
