using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests.Faults;

/// <summary>A token, a recipient, texts and links travel every path, good and bad; then everything that a program could print is searched for them.</summary>
public sealed class CanaryTests
{
    private const string Token = "canary-token-5f1d7c";
    private const string Email = "canary.recipient@mail.example";
    private const string Name = "Canarina Featherstone";
    private const string Text = "canary text for you";

    [Fact]
    public async Task Nothing_secret_reaches_a_log_a_trace_an_audit_an_exception_or_a_print()
    {
        using var recorder = new OutputRecorder();
        var clock = new ConformanceClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
        sandbox.Giftbit.SetApiTokens(Token);
        await using var accounts = Accounts.At(sandbox.Giftbit.BaseAddress, Token, clock, null, recorder.Register);

        var links = await BuyAsync(accounts.Account, recorder, "good");
        clock.Advance(TimeSpan.FromSeconds(9));
        links.AddRange(await ReadAsync(accounts.Account, recorder, "good-link"));
        foreach (var kind in FaultArming.OfCalls.Except([FaultKind.SlowAnswer, FaultKind.SlowCommit]))
        {
            sandbox.Giftbit.Faults.Add(new Fault { Kind = kind, Times = 3 });
            links.AddRange(await BuyAsync(accounts.Account, recorder, $"bad-{kind}"));
            sandbox.Giftbit.Faults.Clear();
        }

        links.ShouldNotBeEmpty();
        await recorder.SeeJournalAsync(accounts.Services);
        recorder.Said.Count.ShouldBeGreaterThan(100);
        recorder.ShouldHaveSeenNoneOf(links.Append(Token).Append(Email).Append(Name).Append(Text));
    }

    private static async Task<List<string>> BuyAsync(IGiftCardAccount account, OutputRecorder recorder, string name)
    {
        var recipient = new Recipient { Name = Name, Email = Email };
        var link = new OrderRequest
        {
            Reference = name + "-link",
            Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(12, "USD") }],
            Delivery = Delivery.Returned,
        };
        var mail = link with
        {
            Reference = name + "-mail",
            Lines = [link.Lines[0] with { Recipient = recipient }],
            Delivery = Delivery.Email,
            Message = new OrderMessage { Subject = Text, Body = Text },
        };
        var mistake = mail with
        {
            Reference = name + "-mistake",
            Lines = [link.Lines[0] with { Recipient = recipient with { Email = "no address, " + Name } }],
        };
        var bought = await recorder.SeeAsync(() => account.Orders.PlaceAsync(link));
        _ = await recorder.SeeAsync(() => account.Orders.PlaceAsync(mail));
        _ = await recorder.SeeAsync(() => account.Orders.PlaceAsync(mistake));
        return Links(bought);
    }

    private static async Task<List<string>> ReadAsync(IGiftCardAccount account, OutputRecorder recorder, string reference) =>
        Links(await recorder.SeeAsync(async () => (await account.Status.FindAsync(reference))!));

    private static List<string> Links(Order? order) => [.. (order?.Rewards ?? []).Select(reward => reward.Link?.Reveal()).OfType<string>()];
}
