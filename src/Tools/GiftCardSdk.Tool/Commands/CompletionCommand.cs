using System.CommandLine;

namespace GiftCardSdk.Tool.Commands;

/// <summary>Prints what a shell needs in order to ask this command for words; what they are is asked anew each time.</summary>
internal sealed class CompletionCommand : Command
{
    private const string Bash = """
        _giftcards() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(giftcards "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _giftcards giftcards
        """;

    private const string Zsh = """
        #compdef giftcards
        _giftcards() {
            local -a found
            found=("${(@f)$(giftcards "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found
        }
        compdef _giftcards giftcards
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName giftcards -ScriptBlock {
            param($word, $line, $cursor)
            giftcards "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["pwsh"] = PowerShell,
    };

    public CompletionCommand(ToolConsole console)
        : base("completion", "Prints the script by which a shell completes words")
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Scripts.Keys) };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Add(shell);
        SetAction(parsed =>
        {
            console.Out.WriteLine(Scripts[parsed.GetRequiredValue(shell)].ReplaceLineEndings("\n"));
            return ExitCode.Done;
        });
    }
}
