using GiftCardSdk.Adapters;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Http;
using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Tests.Accounts;

/// <summary>What the journal knows an account by outlives its name, and no two accounts are taken for one, or one for two.</summary>
public sealed class JournalIdTests
{
    private readonly InMemoryOrderJournal _journal = new();
    private InMemoryGiftCardProvider _provider = new(new(), new ManualTimeProvider());

    [Fact]
    public async Task An_account_that_is_renamed_and_keeps_its_journal_id_returns_what_it_bought_before()
    {
        var bought = await PlaceAsync(Account("huuray"));

        var order = await PlaceAsync(Account("huuray-nordics", journalId: "huuray"));

        (order.Id, order.WasReplayed, order.Account).ShouldBe((bought.Id, true, "huuray-nordics"));
    }

    [Fact]
    public async Task The_entries_of_a_renamed_account_are_moved_and_nothing_is_bought_again()
    {
        var bought = await PlaceAsync(Account("huuray"));
        await PlaceAsync(Account("huuray"), "order-2");
        await using var services = Container(Account("huuray-nordics"));
        var cards = services.GetRequiredService<IGiftCards>();

        (await cards.Journal.RenameAccountAsync("huuray", "huuray-nordics")).ShouldBe(2);

        var order = await cards.GetAccount("huuray-nordics").Orders.PlaceAsync(Request());
        (order.Id, order.WasReplayed).ShouldBe((bought.Id, true));
        (await _journal.FindAsync(Identity("huuray"))).ShouldBeNull();
        (await cards.Journal.RenameAccountAsync("huuray", "huuray-nordics")).ShouldBe(0);
    }

    [Fact]
    public async Task A_move_that_was_interrupted_is_taken_up()
    {
        await PlaceAsync(Account("huuray"));
        var entry = (await _journal.FindAsync(Identity("huuray")))!;
        await _journal.TryAddAsync(entry with { Identity = Identity("huuray-nordics"), Version = 1 });
        await using var services = Container(Account("huuray-nordics"));

        (await services.GetRequiredService<IGiftCards>().Journal.RenameAccountAsync("huuray", "huuray-nordics")).ShouldBe(1);

        (await _journal.FindAsync(Identity("huuray"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_move_onto_an_account_that_has_one_of_the_references_is_refused_and_nothing_is_moved()
    {
        await PlaceAsync(Account("huuray"));
        await PlaceAsync(Account("huuray"), "order-2");
        await using var services = Container(Account("other", account: "two"));
        var cards = services.GetRequiredService<IGiftCards>();
        await cards.GetAccount("other").Orders.PlaceAsync(Request("order-2"));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => cards.Journal.RenameAccountAsync("huuray", "other"));

        refusal.Message.ShouldContain("'order-2'");
        (await _journal.FindAsync(Identity("huuray"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_move_away_from_an_account_that_is_configured_is_refused()
    {
        await using var services = Container(Account("huuray"));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() =>
            services.GetRequiredService<IGiftCards>().Journal.RenameAccountAsync("huuray", "new")
        );

        refusal.Message.ShouldContain("is configured");
    }

    [Fact]
    public async Task At_start_each_account_is_named_with_its_environment_and_each_that_the_journal_alone_knows()
    {
        await PlaceAsync(Account("huuray"));
        await PlaceAsync(Account("kept"), "order-2");
        var log = new Warnings();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<IOrderJournal>(_journal).AddSingleton<TimeProvider>(new ManualTimeProvider());
        builder.Services.AddGiftCards().AddAccount(Account("huuray-nordics")).AddAccount(Account("kept-2", journalId: "kept"));
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        log.Of(LogEvents.AccountUnknown).ShouldHaveSingleItem().ShouldContain("huuray");
        log.Of(LogEvents.AccountReady).Count.ShouldBe(2);
        log.Of(LogEvents.AccountReady).ShouldContain(line => line.Contains("huuray-nordics") && line.Contains("Sandbox"));
    }

    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id()
    {
        using var apart = Container(Account("a", keys: ["k1"]), Account("b", keys: ["k2", "k1"]));
        using var shared = Container(Account("a", keys: ["k1"]), Account("b", journalId: "a", keys: ["k1"]));
        using var elsewhere = Container(Account("a", keys: ["k1"]), Account("b", keys: ["k1"], address: "https://other.example"));

        var refusal = Should.Throw<OptionsValidationException>(() => apart.GetRequiredService<IGiftCards>().Accounts);
        refusal.Message.ShouldContain("'a'");
        refusal.Message.ShouldContain("'b'");
        refusal.Message.ShouldNotContain("k1");
        shared.GetRequiredService<IGiftCards>().Accounts.Count.ShouldBe(2);
        elsewhere.GetRequiredService<IGiftCards>().Accounts.Count.ShouldBe(2);
    }

    [Fact]
    public void Two_accounts_of_the_providers_under_one_journal_id_are_refused()
    {
        using var services = Container(Account("a", keys: ["k1"]), Account("b", journalId: "a", keys: ["k2"]));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().Accounts)
            .Message.ShouldContain("JournalId");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" x")]
    [InlineData("a\nb")]
    public void A_journal_id_that_cannot_be_one_is_refused(string journalId)
    {
        using var services = Container(Account("a", journalId: journalId));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("a"));
    }

    [Fact]
    public async Task One_reference_of_two_accounts_that_are_one_at_the_provider_is_no_purchase_for_the_second()
    {
        await using var services = Container(Account("a", keys: ["k1"], account: "one"), Account("b", keys: ["k2"], account: "one"));
        var cards = services.GetRequiredService<IGiftCards>();
        await cards.GetAccount("a").Orders.PlaceAsync(Request());

        var failure = await Should.ThrowAsync<GiftCardException>(() => cards.GetAccount("b").Orders.PlaceAsync(Request()));

        (failure.Code, failure.Outcome, failure.Account).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated, "b"));
        failure.Message.ShouldContain("account 'a'");
        _provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Exchanged_credentials_are_confirmed_by_a_person()
    {
        _provider = new(new() { Idempotency = Ordering.Profiles.BuysAgain }, new ManualTimeProvider());
        _provider.NextOrders(ScriptedEnd.AnswerLost);
        _provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));
        var clock = new ManualTimeProvider();
        await using (var before = Container(clock, Account("a", keys: ["k1"])))
        {
            var placing = before.GetRequiredService<IGiftCards>().GetAccount("a").Orders.PlaceAsync(Request());
            await Ordering.ClockExtensions.LetPassAsync(clock, Record.ExceptionAsync(() => placing).AsTask());
        }

        _provider.ScriptLookups(_ => ScriptedLookup.Truth);
        await using var services = Container(clock, Account("a", keys: ["k2"]));
        var cards = services.GetRequiredService<IGiftCards>();
        (await cards.Journal.ResolveAsync()).StillUnknown.ShouldBe(1);

        (await cards.Journal.ConfirmCredentialsAsync("a", "Kim, operations", "both keys were replaced")).ShouldBe(1);

        (await cards.Journal.ResolveAsync()).Accepted.ShouldBe(1);
        (await _journal.FindAsync(Identity("a")))!.Decision!.Why.ShouldBe("both keys were replaced");
    }

    private async Task<Order> PlaceAsync(AccountRegistration registration, string reference = "order-1")
    {
        await using var services = Container(registration);
        return await services.GetRequiredService<IGiftCards>().GetAccount(registration.Name).Orders.PlaceAsync(Request(reference));
    }

    private ServiceProvider Container(params AccountRegistration[] accounts) => Container(new ManualTimeProvider(), accounts);

    private ServiceProvider Container(TimeProvider clock, params AccountRegistration[] accounts)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IOrderJournal>(_journal).AddSingleton(clock);
        var cards = services.AddGiftCards();
        foreach (var account in accounts)
        {
            cards.AddAccount(account);
        }

        return services.BuildServiceProvider();
    }

    /// <param name="name">Its name.</param>
    /// <param name="journalId">What the journal shall know it by.</param>
    /// <param name="keys">Its credentials; none for an account that names none.</param>
    /// <param name="address">Its host.</param>
    /// <param name="account">Which account of the provider's it is; the same for all unless said otherwise.</param>
    private AccountRegistration Account(
        string name,
        string? journalId = null,
        string[]? keys = null,
        string address = "https://cards.example",
        string account = "one"
    ) =>
        new(
            name,
            _provider.Provider,
            _ => GiftCardEnvironment.Sandbox,
            context =>
            {
                context.CreateHttpClient(
                    new ProviderHttpSettings
                    {
                        BaseAddress = new(address),
                        Credentials = ApiKeyCredentials.Bearer(() => keys ?? []),
                        Errors = new ThingErrors(),
                    }
                );
                return _provider.CreateAdapter(account);
            }
        )
        {
            JournalId = _ => journalId,
        };

    private OrderIdentity Identity(string account) =>
        new(_provider.Provider, GiftCardEnvironment.Sandbox, account, OrderIdentity.PlaceOrder, "order-1");

    private static OrderRequest Request(string reference = "order-1") =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        private readonly List<(int Id, string Text)> _lines = [];

        public IReadOnlyList<string> Of(int id)
        {
            lock (_lines)
            {
                return [.. _lines.Where(line => line.Id == id).Select(line => line.Text)];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (_lines)
            {
                _lines.Add((eventId.Id, formatter(state, exception)));
            }
        }

        public void Dispose() { }
    }
}
