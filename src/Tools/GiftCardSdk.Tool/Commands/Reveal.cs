using System.CommandLine;

namespace GiftCardSdk.Tool.Commands;

/// <summary>Whether codes are shown: never by themselves, and into a file or another program only by a second word.</summary>
internal static class Reveal
{
    private const string Always = "always";

    public static Option<string?> Option()
    {
        var option = new Option<string?>("--reveal")
        {
            Description = $"Show codes and links on the terminal; {Always}: into a file or a pipe too",
            HelpName = Always,
            Arity = ArgumentArity.ZeroOrOne,
        };
        option.CompletionSources.Add(Always);
        option.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: not Always } other])
            {
                result.AddError($"--reveal {other.Value}: it stands alone, or as --reveal {Always}.");
            }
        });
        return option;
    }

    /// <summary>Refuses codes that would go where nobody looks.</summary>
    public static void Check(ParseResult parsed, Option<string?> option, ToolConsole console)
    {
        if (IsWanted(parsed, option) && parsed.GetValue(option) is null && !console.IsTerminal)
        {
            throw new ToolException(
                $"--reveal shows codes on a terminal, and this is none. Where a file or a pipe is meant: --reveal {Always}",
                ExitCode.Usage
            );
        }
    }

    public static bool IsWanted(ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is { Implicit: false };
}
