using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

/// <summary>A command that opens the accounts, does one thing, and shows what came of it.</summary>
internal abstract class ToolCommand : Command
{
    private readonly JournalUse _journal;

    protected ToolCommand(string name, string description, ToolConsole console, JournalUse journal = JournalUse.Optional)
        : base(name, description)
    {
        (Console, _journal) = (console, journal);
        SetAction(
            async (parsed, cancellationToken) =>
            {
                Check(parsed);
                var session = await Session.OpenAsync(console, RequestOf(parsed), cancellationToken).ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                {
                    return await RunAsync(parsed, session, cancellationToken).ConfigureAwait(false);
                }
            }
        );
    }

    protected ToolConsole Console { get; }

    /// <summary>What it is opened with.</summary>
    protected virtual SessionRequest RequestOf(ParseResult parsed) =>
        new(parsed.GetValue(Ask.Config), parsed.GetValue(Ask.Sandbox), _journal);

    /// <summary>Refuses what cannot be meant, before anybody is asked.</summary>
    protected virtual void Check(ParseResult parsed) { }

    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken);

    protected int Show(ParseResult parsed, Report report)
    {
        if (parsed.GetValue(Ask.IsJson))
        {
            Console.Out.WriteLine(Json.Text(report.ToJson()));
        }
        else
        {
            report.Show(new Screen(Console.Out, Console));
        }

        return report.ExitCode;
    }
}
