using System.Diagnostics;
using System.Net;
using GiftCardSdk.Sandbox;
using GiftCardSdk.Sandbox.Tool;
using GiftCardSdk.Sandbox.Tool.State;
using Command = GiftCardSdk.Sandbox.Tool.Program;

namespace GiftCardSdk.Browser.Tests.Sandbox;

/// <summary>A sandbox that was stopped and started again with its file.</summary>
public sealed class StateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-state-");
    private readonly HttpClient _http = new();

    private string Place => Path.Combine(_folder.FullName, "sandbox.state");

    public void Dispose()
    {
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Orders_cards_balances_and_the_clock_are_as_they_were_and_go_on_from_there()
    {
        Dictionary<string, string> before;
        await using (var tool = await StartAsync())
        {
            await UseAsync(tool);
            before = await LookAsync(tool);
            before["gifq balances"].ShouldContain("777");
            before["giftronaut ledger"].ShouldContain("Redeemed");
        }

        await using var again = await StartAsync();

        (await LookAsync(again)).ShouldBe(before);
        ((SandboxClock)again.Sandbox.TimeProvider).Offset.ShouldBe(TimeSpan.FromDays(2));
        await using var buyer = new Buyer(again);
        foreach (var account in Buyer.Accounts)
        {
            await buyer.BuyAsync(account, "afterwards");
        }

        again.Sandbox.Twins.ShouldAllBe(twin => twin.Ledger.Duplicates == 0);
        again.Sandbox.Twins.ShouldAllBe(twin => twin.Ledger.Sales.Select(sale => sale.OrderId).Distinct().Count() == twin.Ledger.Count);
    }

    [Fact]
    public async Task What_was_lost_before_it_was_done_is_not_there_and_what_was_lost_afterwards_is()
    {
        await using (var tool = await StartAsync())
        {
            await using var buyer = new Buyer(tool);
            Fail(tool.Sandbox.Gifq, FaultKind.ResetAfterCommit);
            await buyer.BuyAsync("gifq", "answer-lost");
            Fail(tool.Sandbox.Gifq, FaultKind.ResetBeforeCommit);
            await buyer.BuyAsync("gifq", "request-lost");
        }

        await using var again = await StartAsync();

        again.Sandbox.Gifq.Ledger.SalesFor("answer-lost").ShouldHaveSingleItem();
        again.Sandbox.Gifq.Ledger.SalesFor("request-lost").ShouldHaveSingleItem();
        again.Sandbox.Gifq.Faults.Active.ShouldBeEmpty("Faults end with the process.");
    }

    [Fact]
    public async Task A_token_that_an_application_has_kept_is_good_and_no_webhook_is_posted_again()
    {
        SandboxArrival read;
        await using (var tool = await StartAsync())
        {
            await using var buyer = new Buyer(tool);
            await buyer.BuyAsync("giftronaut", "once");
            await buyer.Account("giftronaut").Balances.ListAsync();
            read = tool.Sandbox.Giftronaut.Requests.All[^1];
            tool.Sandbox.Giftronaut.Webhooks.All.ShouldNotBeEmpty();
        }

        await using var again = await StartAsync();
        var twin = again.Sandbox.Giftronaut;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(twin.BaseAddress, read.PathAndQuery));
        request.Headers.TryAddWithoutValidation("Authorization", read.Headers["Authorization"]);
        using var answer = await _http.SendAsync(request);
        twin.Webhooks.SetReceiver(new Uri("http://127.0.0.1:9/"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await twin.Webhooks.SendDueAsync()).ShouldBe(0);
        (twin.Webhooks.All.Count > 0, twin.Webhooks.Attempts.Count).ShouldBe((true, 0));
    }

    [Fact]
    public async Task A_process_that_was_killed_has_kept_what_it_answered()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a file that is open cannot be copied.");
        await using var tool = await StartAsync();
        await using var buyer = new Buyer(tool);
        var order = await buyer.BuyAsync("giftbit", "once");
        var copy = Place + ".copy";
        await Process.Start("cp", [Place, copy]).WaitForExitAsync();
        await File.AppendAllTextAsync(copy, """{"at":"2026-""");

        await using var again = await SandboxTool.StartAsync(new Arguments(Port: 0, State: copy));

        again.Sandbox.Giftbit.Ledger.SalesFor("once").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        again.Announcement.ShouldContain("a last one that was not written to its end is left out");
    }

    [Theory]
    [InlineData("a letter to somebody\n")]
    [InlineData("{\"orders\":[]}\n")]
    [InlineData("{\"giftCardSandbox\":2,\"seed\":1,\"begun\":\"2026-01-15T12:00:00+00:00\"}\n")]
    [InlineData("{\"giftCardSandbox\":1,\"seed\":1,\"begun\":\"2026-01-15T12:00:00+00:00\"}\nnothing\n")]
    [InlineData(
        "{\"giftCardSandbox\":1,\"seed\":1,\"begun\":\"2026-01-15T12:00:00+00:00\"}\n{\"at\":\"2026-01-15T12:00:00+00:00\",\"change\":\"Redeem\",\"twin\":\"gifq\",\"what\":\"no card\"}\n"
    )]
    [InlineData("{\"giftCardSandbox\":1,\"seed\":7,\"begun\":\"2026-01-15T12:00:00+00:00\"}\n")]
    public async Task A_file_that_cannot_be_used_ends_it_with_1_and_is_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(Place, text);

        (await Command.Main(["--port", "0", "--seed", "1", "--state", Place])).ShouldBe(1);

        (await File.ReadAllTextAsync(Place)).ShouldBe(text);
    }

    [Fact]
    public async Task Two_sandboxes_do_not_share_a_file_and_strangers_do_not_read_it()
    {
        await using var tool = await StartAsync();

        (await Should.ThrowAsync<StateException>(StartAsync)).Message.ShouldContain("is another sandbox using it?");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Place).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private Task<SandboxTool> StartAsync() => SandboxTool.StartAsync(new Arguments(Port: 0, State: Place));

    private static void Fail(GifqTwin twin, FaultKind kind) =>
        twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = kind,
                Times = 1,
            }
        );

    /// <summary>Whatever changes something: orders, the page's buttons, the control routes, the clock.</summary>
    private async Task UseAsync(SandboxTool tool)
    {
        await using var buyer = new Buyer(tool);
        foreach (var account in Buyer.Accounts)
        {
            await buyer.BuyAsync(account, "first");
            await buyer.BuyAsync(account, "second");
        }

        var desk = tool.Desks.Single(desk => desk.Twin is GiftronautTwin);
        desk.Redeem(desk.Twin.Ledger.Sales[0].Issued[0].Id!);
        tool.Desks.Single(desk => desk.Twin is GifqTwin).SetBalance("EUR", 777);
        tool.Sandbox.AdvanceClock(TimeSpan.FromDays(1));
        using var cents = new StringContent("""{"cents":12345}""");
        (await _http.PutAsync(Control(tool, "giftbit/balances/AUD"), cents)).EnsureSuccessStatusCode();
        using var seconds = new StringContent("""{"seconds":86400}""");
        (await _http.PostAsync(Control(tool, "clock/advance"), seconds)).EnsureSuccessStatusCode();
    }

    /// <summary>The books of every twin, and what the provider shows of the first order, codes included.</summary>
    private async Task<Dictionary<string, string>> LookAsync(SandboxTool tool)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var buyer = new Buyer(tool);
        foreach (var twin in tool.Sandbox.Twins)
        {
            var balances = twin is GiftronautTwin ? "balance" : "balances";
            seen[$"{twin.Name} ledger"] = await _http.GetStringAsync(Control(tool, $"{twin.Name}/ledger"));
            seen[$"{twin.Name} balances"] = await _http.GetStringAsync(Control(tool, $"{twin.Name}/{balances}"));
            var order = await buyer.Account(twin.Name).Status.GetAsync(twin.Ledger.SalesFor("first")[0].OrderId, RewardDetail.Secrets);
            seen[$"{twin.Name} cards"] = string.Join(
                ", ",
                order.Rewards.Select(reward => $"{order.Id} {reward.Redemption} {reward.Code?.Reveal()} {reward.Link?.Reveal()}")
            );
        }

        return seen;
    }

    private static Uri Control(SandboxTool tool, string path) => new(tool.Sandbox.BaseAddress, "_sandbox/" + path);
}
