using GiftCardSdk.Batches;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Tool.Tests;

/// <summary>What somebody in operations does with an application's journal.</summary>
public sealed class OperationsTests : IAsyncLifetime
{
    private Shell _shell = null!;

    private GiftbitTwin Giftbit => _shell.Sandbox.Giftbit;

    public async ValueTask InitializeAsync() => _shell = await Shell.OpenAsync();

    public ValueTask DisposeAsync() => _shell.DisposeAsync();

    [Fact]
    public async Task An_order_whose_answer_was_lost_is_listed_explained_and_watched_to_its_end()
    {
        await LoseAsync(FaultKind.ResetAfterCommit);

        var open = await _shell.TypeAsync("open", "--json");
        var status = await _shell.TypeAsync("status", "lost");
        var explained = await _shell.TypeAsync("explain", "lost");
        var watched = await _shell.TypeAsync("watch", "--every", "0");

        (open.ExitCode, (string)open.Json["orders"]![0]!["state"]!).ShouldBe((ExitCode.Done, "Unknown"));
        (status.ExitCode, explained.ExitCode).ShouldBe((ExitCode.Unknown, ExitCode.Done));
        explained.Out.ShouldContain("What is safe now:");
        watched.ExitCode.ShouldBe(ExitCode.Done, watched.Error);
        watched.Out.ShouldContain("giftbit lost: unknown");
        watched.Out.ShouldContain("giftbit lost: accepted");
        (await _shell.TypeAsync("watch", "lost")).Out.ShouldContain("lost: completed, 1 cards");
        Giftbit.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_marks_an_order_and_is_asked_before_its_reference_may_buy_again()
    {
        await LoseAsync(FaultKind.ResetBeforeCommit);
        string[] mark = ["mark", "lost", "--not-bought", "--by", "operations", "--why", "not in the portal"];

        (await _shell.TypeAsync("mark", "lost", "--by", "operations", "--why", "nothing said")).ExitCode.ShouldBe(ExitCode.Usage);
        var unsure = await _shell.AnswerAsync("no\n", mark);
        var sure = await _shell.AnswerAsync("yes\n", mark);
        var bought = await _shell.TypeAsync("order", "giftbit", "northcafeus", "25 USD", "--reference", "lost", "--yes");

        unsure.ExitCode.ShouldBe(ExitCode.NotConfirmed);
        unsure.Said.ShouldContain("bought twice");
        (sure.ExitCode, sure.Out.Trim()).ShouldBe((ExitCode.Done, "lost at giftbit is refused."));
        (bought.ExitCode, Giftbit.Ledger.Count).ShouldBe((ExitCode.Done, 1), bought.Error);
        var late = await _shell.AnswerAsync("yes\n", mark);
        (late.ExitCode, late.Error.Contains("Type 'yes'")).ShouldBe((ExitCode.Usage, false), "Nobody is asked what cannot be.");
        late.Said.ShouldContain("bought already as");
    }

    [Fact]
    public async Task An_order_that_waits_for_a_person_asks_for_attention()
    {
        await LoseAsync(FaultKind.ResetBeforeCommit);
        await using (var application = new Application(_shell))
        {
            await application.ParkAsync();
        }

        var open = await _shell.TypeAsync("open");

        open.ExitCode.ShouldBe(ExitCode.Attention, open.Error);
        open.Out.ShouldContain("parked");
        (await _shell.TypeAsync("watch", "--every", "0")).ExitCode.ShouldBe(ExitCode.Attention, "It does not wait for the person.");
    }

    [Fact]
    public async Task An_order_that_is_in_the_providers_books_alone_is_found_and_written_as_CSV()
    {
        string[] buy = ["order", "gifq", "pixel-arcade", "25", "USD", "--country", "US", "--yes"];
        string[] reconcile = ["reconcile", "gifq", "--from", "2000-01-01", "--to", "2100-01-01"];
        (await _shell.TypeAsync(buy)).ExitCode.ShouldBe(ExitCode.Done);
        (await _shell.TypeAsync(reconcile)).ExitCode.ShouldBe(ExitCode.Done);
        _shell.Settings["Journal"] = "another.db";
        (await _shell.TypeAsync(buy)).ExitCode.ShouldBe(ExitCode.Done);
        _shell.Settings["Journal"] = "orders.db";

        var csv = await _shell.TypeAsync([.. reconcile, "--csv", "-"]);
        var json = await _shell.TypeAsync([.. reconcile, "--csv", "findings.csv", "--json"]);

        csv.ExitCode.ShouldBe(ExitCode.Attention, csv.Error);
        csv.Out.Split("\r\n").Count(line => line.Contains("MissingHere", StringComparison.Ordinal)).ShouldBe(1);
        ((string)json.Json["findings"]![0]!["kind"]!).ShouldBe("MissingHere");
        (await File.ReadAllTextAsync(Path.Combine(_shell.Folder, "findings.csv"))).TrimStart('\uFEFF').ShouldBe(csv.Out);
    }

    [Fact]
    public async Task A_batch_shows_how_far_it_has_come()
    {
        await using (var application = new Application(_shell))
        {
            var orders = new[] { Application.Card("june-1"), Application.Card("june-2") }.ToAsyncEnumerable();
            await foreach (var _ in application.GiftCards.Batches.RunAsync("june", orders, new() { Account = "giftbit" })) { }
        }

        var june = (await _shell.TypeAsync("batch", "june", "--json")).Json;

        ((int)june[0]!["bought"]!, (bool)june[0]!["hasEnded"]!).ShouldBe((2, true));
        (await _shell.TypeAsync("batch")).Out.ShouldContain("june (ended)");
        (await _shell.TypeAsync("batch", "july")).ExitCode.ShouldBe(ExitCode.NotFound);
    }

    [Fact]
    public async Task The_doctor_finds_what_is_down_and_whose_clock_is_wrong()
    {
        await _shell.TypeAsync("order", "giftbit", "northcafeus", "25 USD", "--yes");
        var well = await _shell.TypeAsync("doctor", "--json");
        (well.ExitCode, (bool)well.Json["isGood"]!).ShouldBe((ExitCode.Done, true), well.Out);

        Giftbit.WriteDate(time => time + TimeSpan.FromHours(3));
        _shell.Settings["Gifq"]!["BaseAddress"] = "http://127.0.0.1:1/";
        var ill = await _shell.TypeAsync("doctor", "--json");

        ill.ExitCode.ShouldBe(ExitCode.Attention);
        ill.Json["checks"]!
            .AsArray()
            .Where(check => !(bool)check!["isGood"]!)
            .Select(check => $"{check!["where"]}: {check["what"]}")
            .ShouldBe(["gifq: credentials and money", "gifq: catalog", "giftbit: clock"]);
        ill.Out.ShouldContain("127.0.0.1:1");
        ill.Out.ShouldContain("this machine is 3 h behind");
    }

    private async Task LoseAsync(FaultKind how)
    {
        await using var application = new Application(_shell);
        await application.LoseAsync(Giftbit, Application.Card("lost"), how);
    }
}
