using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class BatchCommand : ToolCommand
{
    private readonly Argument<string?> _name = new("name") { Description = "One batch; all if not said", Arity = ArgumentArity.ZeroOrOne };

    public BatchCommand(ToolConsole console)
        : base("batch", "How far batches have come", console, JournalUse.Required) => Add(_name);

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Show(parsed, await BatchReport.ReadAsync(session, parsed.GetValue(_name), cancellationToken).ConfigureAwait(false));
}
