using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Accounts;

/// <summary>What moves money besides orders goes through the same journal, by the one entry that adapters have.</summary>
public sealed class RunOnceTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Bank _bank = new();
    private readonly ServiceProvider _services;

    public RunOnceTests() => _services = Build(GiftCardEnvironment.Sandbox);

    private InMemoryOrderJournal Journal => (InMemoryOrderJournal)_services.GetRequiredService<IOrderJournal>();

    [Fact]
    public async Task It_is_written_down_before_it_is_sent()
    {
        var journalled = new List<OrderJournalState>();
        _bank.BeforeSend = async () => journalled.Add((await EntryAsync("wave-1")).State);

        var result = await RunAsync("wave-1");

        (result.Value.Id, result.Reference.Value, result.WasReplayed).ShouldBe(("b-1", "wave-1", false));
        journalled.ShouldBe([OrderJournalState.Sending]);
        var entry = await EntryAsync("wave-1");
        (entry.State, entry.RawStatus, entry.Delivery).ShouldBe((OrderJournalState.Accepted, "queued", null));
        entry.ProviderOrderIds.ShouldBe(["b-1"]);
        var line = entry.Lines.ShouldHaveSingleItem();
        (line.ProductId, line.FaceValue, line.Quantity).ShouldBe(("campaign-7", Money.Of(20, "EUR"), 1));
        line.RecipientHash.ShouldNotBeNull().ShouldNotContain("ida");
    }

    [Fact]
    public async Task The_same_reference_returns_the_first_result()
    {
        await RunAsync("wave-1");

        var second = await RunAsync("wave-1");

        (second.Value.Id, second.WasReplayed).ShouldBe(("b-1", true));
        _bank.Made.ShouldBe(["b-1"]);
    }

    [Fact]
    public async Task The_same_reference_with_other_content_is_a_conflict()
    {
        await RunAsync("wave-1");

        var conflict = await Should.ThrowAsync<GiftCardException>(() => RunAsync("wave-1", amount: 30));

        (conflict.Code, conflict.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        _bank.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_member_without_a_value_is_no_part_of_the_content()
    {
        await RunAsync("wave-1");

        (await RunAsync("wave-1", further: [("note", null)])).WasReplayed.ShouldBeTrue();
    }

    [Fact]
    public async Task References_of_each_kind_are_their_own()
    {
        await RunAsync("wave-1");
        var other = await RunAsync("wave-1", kind: "campaign-run");

        (other.Value.Id, other.WasReplayed).ShouldBe(("b-2", false));
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_nothing_is_sent_again()
    {
        _bank.LosesAnswers = true;

        var result = await RunAsync("wave-1");

        (result.Value.Id, result.WasReplayed).ShouldBe(("b-1", false));
        _bank.Made.ShouldBe(["b-1"]);
    }

    [Fact]
    public async Task What_another_reference_owns_is_not_what_was_lost()
    {
        await RunAsync("wave-1");
        _bank.LosesAnswers = true;

        var second = await RunAsync("wave-2");

        second.Value.Id.ShouldBe("b-2");
    }

    [Fact]
    public async Task Two_lost_answers_about_the_same_content_find_one_each()
    {
        _bank.LosesAnswers = true;

        var both = await Task.WhenAll(RunAsync("wave-1"), RunAsync("wave-2"));

        both.Select(result => result.Value.Id).Order(StringComparer.Ordinal).ShouldBe(["b-1", "b-2"]);
    }

    [Fact]
    public async Task When_only_somebody_elses_is_there_it_stays_unknown_and_nothing_is_sent_again()
    {
        await RunAsync("wave-1");
        _bank.LosesOrders = true;

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() => RunAsync("wave-2"));

        (unknown.Outcome, unknown.Reference).ShouldBe((GiftCardOutcome.MayExist, (OrderReference)"wave-2"));
        (await EntryAsync("wave-2")).State.ShouldBe(OrderJournalState.Unknown);
        (_bank.Made.Count, _bank.Sends).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Real_money_that_a_repeat_would_spend_again_needs_a_durable_journal()
    {
        await using var services = Build(GiftCardEnvironment.Production);
        var context = Context(services);

        var mistake = await Should.ThrowAsync<InvalidOperationException>(() => context.RunOnceAsync(new Batch(_bank, "payout", "wave-1")));

        mistake.Message.ShouldContain("the order journal is in memory");
        _bank.Sends.ShouldBe(0);
    }

    [Fact]
    public async Task It_counts_against_the_spending_limits_of_the_account_once()
    {
        await using var services = Build(
            GiftCardEnvironment.Sandbox,
            static builder => builder.LimitSpending("bank-eu", new() { PerDay = [Money.Of(50, "EUR")] })
        );
        var context = Context(services);
        await context.RunOnceAsync(new Batch(_bank, "payout", "wave-1") { Amount = 20 });
        await context.RunOnceAsync(new Batch(_bank, "payout", "wave-1") { Amount = 20 });
        await context.RunOnceAsync(new Batch(_bank, "campaign-run", "wave-1") { Amount = 20 });

        var refused = await Should.ThrowAsync<GiftCardException>(() =>
            context.RunOnceAsync(new Batch(_bank, "payout", "wave-2") { Amount = 11 })
        );

        (refused.Code, refused.Outcome).ShouldBe((GiftCardErrorCode.SpendingLimit, GiftCardOutcome.NothingCreated));
        await context.RunOnceAsync(new Batch(_bank, "payout", "wave-2") { Amount = 10 });
        _bank.Sends.ShouldBe(3);
    }

    [Fact]
    public void An_operation_needs_a_kind_of_its_own_and_a_reference()
    {
        Should.Throw<ArgumentException>(() => new Batch(_bank, OrderIdentity.PlaceOrder, "wave-1")).ParamName.ShouldBe("kind");
        Should.Throw<ArgumentException>(() => new Batch(_bank, " ", "wave-1")).ParamName.ShouldBe("kind");
        Should.Throw<ArgumentException>(() => new Batch(_bank, "payout", default)).ParamName.ShouldBe("reference");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<OperationResult<BatchRow>> RunAsync(
        string reference,
        int amount = 20,
        string kind = "payout",
        params (string, string?)[] further
    ) =>
        _clock.RunUntilCompletedAsync(
            Context(_services).RunOnceAsync(new Batch(_bank, kind, reference) { Amount = amount, Further = further }),
            // Waits and the end of the search included, a send's own deadline not.
            TimeSpan.FromSeconds(40),
            TestContext.Current.CancellationToken
        );

    private async Task<JournalEntry> EntryAsync(string reference) =>
        (await Journal.FindAsync(new("bank", GiftCardEnvironment.Sandbox, "bank-eu", "payout", reference))).ShouldNotBeNull();

    private static AdapterContext Context(ServiceProvider services) =>
        services.GetRequiredService<IGiftCards>().GetAccount("bank-eu").GetService<BankAdapter>().Context;

    private ServiceProvider Build(GiftCardEnvironment environment, Action<GiftCardsBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        var builder = services
            .AddGiftCards()
            .AddAccount(new AccountRegistration("bank-eu", "bank", _ => environment, context => new BankAdapter(context)));
        configure?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private sealed class BankAdapter(AdapterContext context) : GiftCardAdapter
    {
        public AdapterContext Context => context;

        public override string Provider => "bank";

        public override Capabilities Capabilities { get; } = new();
    }

    /// <summary>A provider that takes no key: every send is another batch.</summary>
    private sealed class Bank
    {
        private readonly Lock _lock = new();

        public List<string> Made { get; } = [];

        public int Sends { get; private set; }

        public bool LosesAnswers { get; set; }

        public bool LosesOrders { get; set; }

        public Func<Task> BeforeSend { get; set; } = () => Task.CompletedTask;

        public async Task<BatchRow> SendAsync()
        {
            await BeforeSend();
            lock (_lock)
            {
                Sends++;
                if (LosesOrders)
                {
                    throw new IOException("connection lost");
                }

                Made.Add(string.Create(CultureInfo.InvariantCulture, $"b-{Made.Count + 1}"));
                return LosesAnswers ? throw new IOException("connection lost") : new BatchRow(Made[^1]);
            }
        }
    }

    private sealed record BatchRow(string Id);

    private sealed class Batch(Bank bank, string kind, OrderReference reference)
        : AdapterOperation<BatchRow>(kind, reference, new IdempotencyProfile { Lookup = LookupAuthority.HitOnly })
    {
        public int Amount { get; init; } = 20;

        public (string, string?)[] Further { get; init; } = [];

        public override IEnumerable<(string Name, string? Value)> Content =>
            [("amount", Amount.ToString(CultureInfo.InvariantCulture)), .. Further];

        public override IReadOnlyList<OrderLine> Lines =>
            [
                new()
                {
                    ProductId = "campaign-7",
                    FaceValue = Money.Of(Amount, "EUR"),
                    Recipient = new() { Email = "ida@fjord.example" },
                },
            ];

        public override Task<BatchRow> SendAsync(string providerKey, int attempt, CancellationToken cancellationToken) => bank.SendAsync();

        public override Task<OperationLookup<BatchRow>> FindAsync(OperationLookupQuery query, CancellationToken cancellationToken) =>
            Task.FromResult<OperationLookup<BatchRow>>(new OperationLookup<BatchRow>.Found([.. bank.Made.Select(id => new BatchRow(id))]));

        public override Task<BatchRow> ReadAsync(string id, CancellationToken cancellationToken) => Task.FromResult(new BatchRow(id));

        public override string? IdOf(BatchRow result) => result.Id;

        public override string? RawStatusOf(BatchRow result) => "queued";
    }
}
