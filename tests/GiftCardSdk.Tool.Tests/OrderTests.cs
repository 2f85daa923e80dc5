namespace GiftCardSdk.Tool.Tests;

/// <summary>Buying: asked about, once a reference, and without a code in sight.</summary>
public sealed class OrderTests : IAsyncLifetime
{
    private static readonly string[] Card = ["order", "giftbit", "northcafeus", "25", "USD"];

    private Shell _shell = null!;

    private int Sold => _shell.Sandbox.Giftbit.Ledger.Sales.Count;

    public async ValueTask InitializeAsync() => _shell = await Shell.OpenAsync();

    public ValueTask DisposeAsync() => _shell.DisposeAsync();

    [Theory]
    [InlineData("no\n")]
    [InlineData("")]
    public async Task A_no_and_no_answer_at_all_buy_nothing(string answer)
    {
        var run = await _shell.AnswerAsync(answer, Card);

        (run.ExitCode, run.Out, Sold).ShouldBe((ExitCode.NotConfirmed, "", 0));
        run.Error.ShouldContain("play money");
    }

    [Fact]
    public async Task A_question_is_left_by_an_interrupt_and_nothing_is_bought()
    {
        await _shell.TypeAsync("accounts");
        using var interrupt = new CancellationTokenSource();
        using var nobody = new Nobody();
        var run = GiftCardTool.RunAsync(Card, _shell.ConsoleOf(nobody, new StringWriter(), new StringWriter()), interrupt.Token);
        await Task.WhenAny(run, nobody.Asked);

        await interrupt.CancelAsync();

        ((await run), Sold).ShouldBe((ExitCode.Interrupted, 0));
    }

    [Fact]
    public async Task Who_interrupts_the_waiting_for_a_card_is_told_that_it_is_bought()
    {
        await _shell.TypeAsync("accounts");
        _shell.Sandbox.Giftbit.Options.CompletionDelay = TimeSpan.FromDays(1);
        using var interrupt = new CancellationTokenSource();
        var error = new StringWriter();
        var run = GiftCardTool.RunAsync(
            [.. Card, "--yes", "--reference", "once", "--email", "mira@panel.example", "--subject", "Thanks", "--body", "For you"],
            _shell.ConsoleOf(TextReader.Null, new StringWriter(), error),
            interrupt.Token
        );
        await Task.WhenAny(run, _shell.Sandbox.Giftbit.Requests.WaitForAsync("campaign.get", 1));

        await interrupt.CancelAsync();

        (await run).ShouldBe(ExitCode.Interrupted, error.ToString());
        error.ToString().ShouldContain($"The order 'once' is bought, as {_shell.Sandbox.Giftbit.Ledger.Sales.Single().OrderId}");
    }

    [Fact]
    public async Task Real_money_takes_the_amount_the_account_and_the_word_PRODUCTION()
    {
        _shell.Settings["Giftbit"]!["Environment"] = "Production";

        var yes = await _shell.AnswerAsync("yes\n", Card);
        (yes.ExitCode, Sold).ShouldBe((ExitCode.NotConfirmed, 0));
        yes.Error.ShouldContain("REAL MONEY");

        var sentence = await _shell.AnswerAsync("25.00 USD giftbit PRODUCTION\n", Card);
        (sentence.ExitCode, Sold).ShouldBe((ExitCode.Done, 1), sentence.Error);
    }

    [Fact]
    public async Task One_card_is_bought_and_its_code_is_nowhere_and_the_printed_reference_buys_no_second_one()
    {
        var first = await _shell.TypeAsync([.. Card, "--yes", "--json"]);
        var reference = first.Error.Trim().Split(' ')[^1];
        var again = await _shell.TypeAsync([.. Card, "--reference", reference, "--json"]);
        var status = await _shell.TypeAsync("status", reference, "--json");

        (first.ExitCode, again.ExitCode, status.ExitCode, Sold).ShouldBe((0, 0, 0, 1), again.Error);
        ((string)again.Json["id"]!).ShouldBe((string)first.Json["id"]!);
        ((string)status.Json["id"]!).ShouldBe((string)first.Json["id"]!);
        var secret = _shell.Sandbox.Giftbit.Ledger.Sales[0].Issued[0].Link!;
        foreach (var run in new[] { first, again, status })
        {
            (run.Out + run.Error).ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_code_is_revealed_on_a_terminal_and_elsewhere_only_by_a_second_word()
    {
        (await _shell.TypeAsync([.. Card, "--yes", "--reveal"])).ExitCode.ShouldBe(ExitCode.Usage);
        Sold.ShouldBe(0, "It is refused before anything is bought.");

        var piped = await _shell.TypeAsync([.. Card, "--yes", "--reference", "one", "--reveal", "always", "--json"]);
        _shell.IsTerminal = true;
        var shown = await _shell.TypeAsync("status", "one", "--reveal");

        var secret = _shell.Sandbox.Giftbit.Ledger.Sales.ShouldHaveSingleItem().Issued[0].Link!;
        ((string)piped.Json["rewards"]![0]!["link"]!).ShouldBe(secret);
        shown.Out.ShouldContain(secret);
    }

    [Fact]
    public async Task Other_content_under_a_reference_is_refused()
    {
        await _shell.TypeAsync([.. Card, "--yes", "--reference", "one"]);
        var other = await _shell.TypeAsync("order", "giftbit", "northcafeus", "50 USD", "--yes", "--reference", "one");

        (other.ExitCode, other.Out, Sold).ShouldBe((ExitCode.Failed, "", 1));
    }

    [Fact]
    public async Task A_card_that_costs_more_than_its_bound_is_not_bought()
    {
        var dear = await _shell.TypeAsync("order", "gifq", "pixel-arcade", "25", "USD", "--country", "US", "--yes", "--max-cost", "24 USD");
        var fine = await _shell.TypeAsync(
            "order",
            "gifq",
            "pixel-arcade",
            "25",
            "USD",
            "--country",
            "US",
            "--yes",
            "--max-cost",
            "24.25 USD"
        );

        (dear.ExitCode, fine.ExitCode).ShouldBe((ExitCode.Failed, ExitCode.Done), dear.Error + fine.Error);
        _shell.Sandbox.Gifq.Ledger.Sales.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Orders_want_a_journal_and_a_journal_that_is_not_there_is_not_made_by_looking()
    {
        (await _shell.TypeAsync("open")).ExitCode.ShouldBe(ExitCode.Failed);
        File.Exists(_shell.JournalFile).ShouldBeFalse();

        _shell.Settings.Remove("Journal");
        var order = await _shell.TypeAsync([.. Card, "--yes"]);

        (order.ExitCode, Sold).ShouldBe((ExitCode.Usage, 0));
        order.Error.ShouldContain("order journal");
    }

    [Fact]
    public async Task What_nobody_has_ordered_is_not_found()
    {
        await _shell.TypeAsync([.. Card, "--yes"]);

        (await _shell.TypeAsync("status", "nobody-s", "--account", "giftbit")).ExitCode.ShouldBe(ExitCode.NotFound);
        (await _shell.TypeAsync("explain", "nobody-s")).ExitCode.ShouldBe(ExitCode.NotFound);
    }

    /// <summary>A terminal at which nobody presses a key.</summary>
    private sealed class Nobody : TextReader
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _gone = new();

        public Task Asked => _asked.Task;

        public override string? ReadLine()
        {
            _asked.TrySetResult();
            _gone.Task.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _gone.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
