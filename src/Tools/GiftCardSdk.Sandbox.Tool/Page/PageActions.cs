using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>What a button does, and the section that is shown afterwards.</summary>
internal sealed record PageAction(string Section, Func<PageForm, CancellationToken, Task> RunAsync)
{
    public PageAction(string section, Action<PageForm> run)
        : this(
            section,
            (form, _) =>
            {
                run(form);
                return Task.CompletedTask;
            }
        ) { }
}

/// <summary>All that can be done from the page. What makes no sense throws, and the page says so.</summary>
internal static class PageActions
{
    // The clock of a sandbox that is turned further than any card lives would overflow in the end.
    private const double MostDays = 3_650;

    public static IReadOnlyDictionary<string, PageAction> All { get; } =
        new Dictionary<string, PageAction>(StringComparer.Ordinal)
        {
            ["/redeem"] = new("cards", form => form.Desk.Redeem(form.Text("card"))),
            ["/balance"] = new("balances", form => form.Desk.SetBalance(form.Text("currency").ToUpperInvariant(), form.Number("amount"))),
            ["/requests/clear"] = new("requests", form => form.Page.Desks.ToList().ForEach(desk => desk.Twin.Requests.Clear())),
            ["/faults"] = new("faults", form => AddFault(form)),
            ["/faults/clear"] = new("faults", ClearFaults),
            ["/clock"] = new("clock", TurnClock),
            ["/webhooks/receiver"] = new("webhooks", SetReceiver),
            ["/webhooks/send"] = new("webhooks", SendAsync),
        };

    private static void AddFault(PageForm form)
    {
        var where = form.Text("operation");
        var kind = Enum.Parse<FaultKind>(form.Text("kind"));
        var script = FaultScript.WebhookKinds.Contains(kind)
            ? form.Desk.Twin.Webhooks?.Faults ?? throw new InvalidOperationException($"{form.Desk.Provider} sends no webhooks.")
            : form.Desk.Twin.Faults;
        script.Add(
            new Fault
            {
                Operation = where.Length == 0 ? "*" : where,
                Kind = kind,
                Times = form.Optional("times") is { } times ? (int)times : null,
                Delay = Seconds(form.Optional("delay")),
                RetryAfter = Seconds(form.Optional("retryAfter")),
            }
        );
    }

    private static void ClearFaults(PageForm form)
    {
        foreach (var twin in form.Page.Desks.Select(desk => desk.Twin))
        {
            twin.Faults.Clear();
            twin.Webhooks?.Faults.Clear();
        }
    }

    private static void TurnClock(PageForm form)
    {
        var days = (double)form.Number("days");
        form.Page.Sandbox.AdvanceClock(
            days is >= 0 and <= MostDays
                ? TimeSpan.FromDays(days)
                : throw new FormatException($"The clock turns forward by 0 to {MostDays} days at a time.")
        );
    }

    private static void SetReceiver(PageForm form)
    {
        var address = form.Text("address");
        Webhooks(form).SetReceiver(address.Length == 0 ? null : new Uri(address, UriKind.RelativeOrAbsolute));
    }

    private static async Task SendAsync(PageForm form, CancellationToken cancellationToken)
    {
        var id = form.Text("id");
        var webhook = Webhooks(form).All.FirstOrDefault(webhook => webhook.Id == id);
        await Webhooks(form)
            .SendAsync(webhook ?? throw new FormatException("There is no such webhook any more."), cancellationToken)
            .ConfigureAwait(false);
    }

    private static SandboxWebhooks Webhooks(PageForm form) =>
        form.Desk.Twin.Webhooks ?? throw new InvalidOperationException($"{form.Desk.Provider} sends no webhooks.");

    private static TimeSpan? Seconds(decimal? seconds) => seconds is { } value ? TimeSpan.FromSeconds((double)value) : null;
}

/// <summary>What was filled in.</summary>
internal sealed record PageForm(SandboxPage Page, IFormCollection Fields)
{
    /// <summary>The twin that the form is about.</summary>
    public Desk Desk =>
        Page.Desks.FirstOrDefault(desk => desk.Twin.Name == Text("twin")) ?? throw new FormatException("The form names no provider.");

    public string Text(string name) => Fields[name].ToString().Trim();

    public decimal? Optional(string name) => Text(name).Length == 0 ? null : Number(name);

    public decimal Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{Text(name)}' is not a number.");
}
