using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace GiftCardSdk.Tool;

/// <summary>Help, with what the exit codes mean.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new() { MaxWidth = Screen.LeastWidth - 1 };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in ExitCode.Table)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {code, -5}{meaning}"));
        }

        return ExitCode.Done;
    }
}
