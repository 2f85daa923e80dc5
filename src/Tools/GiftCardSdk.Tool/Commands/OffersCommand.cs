using System.CommandLine;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class OffersCommand : ToolCommand
{
    private const int Most = 50;

    private readonly Argument<string> _brand = new("brand") { Description = "A part of the brand's name" };
    private readonly Argument<Money> _amount = Ask.Amount("The face value of a card, such as 25 USD");
    private readonly Option<string?> _account = Ask.Account();
    private readonly Option<string?> _country = Ask.Text("--country", "Cards that can be used there", "US");

    public OffersCommand(ToolConsole console)
        : base("offers", "One card at every account that sells it, the cheapest first", console)
    {
        Add(_brand);
        Add(_amount);
        Add(_account);
        Add(_country);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var amount = parsed.GetValue(_amount);
        var query = new CatalogQuery
        {
            Search = parsed.GetValue(_brand),
            Country = parsed.GetValue(_country),
            Currency = amount.Currency,
            FaceValue = amount,
        };
        var report = await SearchReport
            .OfPricesAsync(session, query, parsed.GetValue(_account), Most, cancellationToken)
            .ConfigureAwait(false);
        return Show(parsed, report);
    }
}
