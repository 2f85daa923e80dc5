using System.CommandLine;
using GiftCardSdk.Tool.Orders;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Commands;

internal sealed class OrderCommand : ToolCommand
{
    private readonly Argument<string> _account = new("account") { Description = "Where it is bought" };
    private readonly Argument<string> _product = new("product") { Description = "The product, by its id in the account's catalog" };
    private readonly Argument<Money> _amount = Ask.Amount("The face value of a card, such as 25 USD");
    private readonly Option<string?> _reference = Ask.Text(
        "--reference",
        "Your own id of the order: the same one buys once. Made and printed if not given",
        "id"
    );
    private readonly Option<int> _quantity = new("--quantity")
    {
        Description = "How many cards; 1 if not said",
        HelpName = "cards",
        DefaultValueFactory = static _ => 1,
    };
    private readonly Option<string?> _country = Ask.Text("--country", "Where the card is used, if the provider asks", "US");
    private readonly Option<string?> _delivery = Ask.Text("--delivery", "How it gets there; by the addresses if not said", "way");
    private readonly Option<string?> _email = Ask.Text(
        "--email",
        "The recipient's address; without one the card comes back here",
        "address"
    );
    private readonly Option<string?> _phone = Ask.Text("--phone", "The recipient's number, for SMS", "number");
    private readonly Option<string?> _name = Ask.Text("--name", "The recipient's name");
    private readonly Option<string?> _subject = Ask.Text("--subject", "Of the message to the recipient");
    private readonly Option<string?> _body = Ask.Text("--body", "The message to the recipient");
    private readonly Option<string?> _sender = Ask.Text("--sender", "Who it comes from");
    private readonly Option<string?> _template = Ask.Text(
        "--template",
        "A template of the provider's portal, in the message's place",
        "id"
    );
    private readonly Option<string?> _payIn = Ask.Text("--pay-in", "The currency to pay in, where the provider converts", "EUR");
    private readonly Option<Money?> _maxCost = Ask.Amount("--max-cost", "Not bought if it costs more, or if nobody says what it costs");
    private readonly Option<TimeSpan> _wait = Ask.Seconds("--wait", "How long to wait for the cards", 30);
    private readonly Option<bool> _yes = new("--yes", "-y")
    {
        Description = "Do not ask: for scripts. It spends REAL MONEY where the account does",
    };
    private readonly Option<string?> _reveal = Reveal.Option();

    public OrderCommand(ToolConsole console)
        : base("order", "Buys a card, once per reference, after asking", console, JournalUse.Buys)
    {
        Add(_account);
        Add(_product);
        Add(_amount);
        var ways = Enum.GetNames<Delivery>();
        _delivery.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, ways);
        Option[] options =
        [
            _reference,
            _quantity,
            _country,
            _delivery,
            _email,
            _phone,
            _name,
            _subject,
            _body,
            _sender,
            _template,
            _payIn,
            _maxCost,
            _wait,
            _yes,
            _reveal,
        ];
        foreach (var option in options)
        {
            Add(option);
        }
    }

    protected override void Check(ParseResult parsed) => Reveal.Check(parsed, _reveal, Console);

    protected override async Task<int> RunAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var purchase = new Purchase(session, WishOf(parsed));
        var reference = purchase.Request.Reference.Value;
        // Before anything is sent: whoever repeats it after a crash buys nothing twice.
        await Console.Error.WriteLineAsync($"reference: {reference}").ConfigureAwait(false);
        if (!parsed.GetValue(_yes))
        {
            await purchase.ConfirmAsync(Console, cancellationToken).ConfigureAwait(false);
        }

        var order = await purchase.PlaceAsync(parsed.GetValue(_wait), Console.Error, cancellationToken).ConfigureAwait(false);
        try
        {
            return Show(parsed, new OrdersReport([order], Reveal.IsWanted(parsed, _reveal)));
        }
        catch (IOException lost)
        {
            throw new ToolException($"'{reference}' is bought and could not be written here: {lost.Message}", ExitCode.Unknown);
        }
    }

    private OrderWish WishOf(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_account), parsed.GetRequiredValue(_product), parsed.GetValue(_amount))
        {
            Reference = parsed.GetValue(_reference),
            Quantity = parsed.GetValue(_quantity),
            Country = parsed.GetValue(_country),
            Delivery = parsed.GetValue(_delivery) is { } way ? Enum.Parse<Delivery>(way, ignoreCase: true) : null,
            Email = parsed.GetValue(_email),
            Phone = parsed.GetValue(_phone),
            RecipientName = parsed.GetValue(_name),
            Subject = parsed.GetValue(_subject),
            Body = parsed.GetValue(_body),
            SenderName = parsed.GetValue(_sender),
            TemplateId = parsed.GetValue(_template),
            PaymentCurrency = parsed.GetValue(_payIn),
            MaxCost = parsed.GetValue(_maxCost),
        };
}
