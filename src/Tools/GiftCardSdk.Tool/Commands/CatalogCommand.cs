using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class CatalogCommand : ToolCommand
{
    private readonly Argument<string?> _search = new("search")
    {
        Description = "A part of the brand's name",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _account = Ask.Account();
    private readonly Option<string?> _country = Ask.Text("--country", "Cards that can be used there", "US");
    private readonly Option<string?> _currency = Ask.Text("--currency", "Cards in this currency", "USD");
    private readonly Option<int> _most = new("--most")
    {
        Description = "How many rows at most; 50 if not said",
        HelpName = "rows",
        DefaultValueFactory = static _ => 50,
    };

    public CatalogCommand(ToolConsole console)
        : base("catalog", "What the accounts sell", console)
    {
        Add(_search);
        Add(_account);
        Add(_country);
        Add(_currency);
        Add(_most);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var query = new CatalogQuery
        {
            Search = parsed.GetValue(_search),
            Country = parsed.GetValue(_country),
            Currency = parsed.GetValue(_currency),
        };
        var report = await SearchReport
            .OfProductsAsync(session, query, parsed.GetValue(_account), parsed.GetValue(_most), cancellationToken)
            .ConfigureAwait(false);
        return Show(parsed, report);
    }
}
