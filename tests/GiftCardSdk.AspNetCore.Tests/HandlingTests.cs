using System.Net;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What is stored is handed to every handler, at least once, each at its own pace.</summary>
public sealed class HandlingTests
{
    private readonly Notebook _first = new("first");
    private readonly Notebook _second = new("second");

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("""{"event":{"id":"x","provider":"p","account":"a","kind":"","receivedAt":"2026-01-15T12:00:00Z"}}""")]
    public async Task A_record_that_cannot_be_read_stops_no_other(string body)
    {
        await using var receiver = await StartAsync();
        var now = receiver.Clock.GetUtcNow().AddHours(-1);
        await receiver.Records.TryAddAsync(
            new()
            {
                Kind = "webhook",
                Id = "broken",
                Group = "open",
                CreatedAt = now,
                UpdatedAt = now,
                DueAt = now,
                Body = body,
            },
            Token
        );
        await PostAsync(receiver, Giftronaut.LowBalance());

        await receiver.Webhooks.DispatchAsync(Token);

        _first.Told.ShouldHaveSingleItem();
        (await receiver.Records.FindAsync("webhook", "broken", Token)).ShouldNotBeNull().Group.ShouldBe("parked");
    }

    [Fact]
    public async Task Every_handler_is_told_the_neutral_event()
    {
        await using var receiver = await StartAsync();
        await PostAsync(receiver, Giftronaut.LowBalance());

        (await receiver.Webhooks.DispatchAsync(Token)).ShouldBe(1);

        var told = _first.Told.ShouldHaveSingleItem();
        told.ShouldBe(_second.Told.ShouldHaveSingleItem());
        told.Id.Length.ShouldBe(28);
        told.ShouldBe(
            new GiftCardEvent
            {
                Id = told.Id,
                Provider = "giftronaut",
                Account = Giftronaut.Account,
                Kind = GiftCardEventKind.BalanceLow,
                RawKind = "balance.low_balance",
                Balance = Money.Of(41.5m, "USD"),
                OccurredAt = new(2026, 1, 15, 11, 59, 0, 250, TimeSpan.Zero),
                ReceivedAt = receiver.Clock.GetUtcNow(),
                Source = GiftCardEventSource.Webhook,
            }
        );
    }

    [Fact]
    public async Task A_kind_without_a_neutral_name_keeps_its_own_word()
    {
        await using var receiver = await StartAsync();
        await PostAsync(receiver, """{"eventId":"7","eventType":"card.polished","data":{"shine":3}}""");

        await receiver.Webhooks.DispatchAsync(Token);

        var told = _first.Told.ShouldHaveSingleItem();
        (told.Kind, told.RawKind).ShouldBe((GiftCardEventKind.Unknown, "card.polished"));
    }

    [Fact]
    public async Task A_doubled_delivery_is_handed_over_once_however_often_it_comes()
    {
        await using var receiver = await StartAsync();
        await PostAsync(receiver, Giftronaut.LowBalance());
        await PostAsync(receiver, Giftronaut.LowBalance());
        await receiver.Webhooks.DispatchAsync(Token);
        receiver.Clock.Advance(TimeSpan.FromDays(20));
        await PostAsync(receiver, Giftronaut.LowBalance());
        await receiver.Webhooks.DispatchAsync(Token);

        _first.Told.ShouldHaveSingleItem();
        receiver.Log.OfWebhooks.Count(line => line.EndsWith("known already.", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_handler_that_is_done_is_not_called_again_because_another_failed()
    {
        await using var receiver = await StartAsync();
        _second.FailNext(2);
        await PostAsync(receiver, Giftronaut.LowBalance());

        await receiver.Webhooks.DispatchAsync(Token);
        await PassAsync(receiver);
        await PassAsync(receiver);
        await PassAsync(receiver);

        (_first.Calls, _second.Calls).ShouldBe((1, 3));
        _second.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_failed_is_not_tried_again_before_its_time()
    {
        await using var receiver = await StartAsync(options => options.FirstDelay = TimeSpan.FromMinutes(1));
        _first.FailNext(1);
        await PostAsync(receiver, Giftronaut.LowBalance());
        await receiver.Webhooks.DispatchAsync(Token);

        receiver.Clock.Advance(TimeSpan.FromSeconds(44));
        await receiver.Webhooks.DispatchAsync(Token);
        _first.Calls.ShouldBe(1);

        receiver.Clock.Advance(TimeSpan.FromSeconds(31));
        await receiver.Webhooks.DispatchAsync(Token);
        _first.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task What_fails_for_good_is_parked_listed_and_delivered_again_to_whom_it_is_due()
    {
        await using var receiver = await StartAsync(options => options.MaxTries = 3);
        _second.FailNext(3);
        await PostAsync(receiver, Giftronaut.LowBalance());
        await receiver.Webhooks.DispatchAsync(Token);
        await PassAsync(receiver);
        await PassAsync(receiver);
        await PassAsync(receiver);

        var parked = (await ParkedAsync(receiver)).ShouldHaveSingleItem();
        (parked.Account, parked.Tries, parked.Event!.Kind).ShouldBe((Giftronaut.Account, 3, GiftCardEventKind.BalanceLow));
        parked.Failures.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["second"] = "InvalidOperationException" });
        (_first.Calls, _second.Calls).ShouldBe((1, 3));

        (await receiver.Webhooks.RedeliverAsync(parked.Id, Token)).ShouldBeTrue();
        await receiver.Webhooks.DispatchAsync(Token);

        (_first.Calls, _second.Calls).ShouldBe((1, 4));
        (await ParkedAsync(receiver)).ShouldBeEmpty();
        (await receiver.Webhooks.RedeliverAsync(parked.Id, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_parked_can_be_given_up_and_does_not_come_back()
    {
        await using var receiver = await StartAsync(options => options.MaxTries = 1);
        _second.FailNext(1);
        await PostAsync(receiver, Giftronaut.LowBalance());
        await receiver.Webhooks.DispatchAsync(Token);
        var parked = (await ParkedAsync(receiver)).ShouldHaveSingleItem();

        (await receiver.Webhooks.DropAsync(parked.Id, Token)).ShouldBeTrue();
        (await receiver.Webhooks.DropAsync(parked.Id, Token)).ShouldBeFalse();
        await PostAsync(receiver, Giftronaut.LowBalance());
        await receiver.Webhooks.DispatchAsync(Token);

        (await ParkedAsync(receiver)).ShouldBeEmpty();
        (_first.Calls, _second.Calls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_handlers_own_words_go_nowhere()
    {
        await using var receiver = await StartAsync();
        _first.FailNext(1);
        await PostAsync(receiver, Giftronaut.LowBalance());

        await receiver.Webhooks.DispatchAsync(Token);

        receiver.Log.Entries.ShouldAllBe(entry => !entry.Text.Contains("SECRET-CODE", StringComparison.Ordinal));
        (await receiver.KeptAsync()).ShouldAllBe(record => !record.Body.Contains("SECRET-CODE", StringComparison.Ordinal));
        receiver.Log.OfWebhooks.ShouldContain(line => line.StartsWith("Handler first failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_left_and_called_again()
    {
        var slow = new Slow();
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            services => services.AddSingleton<IGiftCardWebhookHandler>(slow),
            options => options.HandlerTimeout = TimeSpan.FromSeconds(30)
        );
        await PostAsync(receiver, Giftronaut.LowBalance());

        var pass = receiver.Webhooks.DispatchAsync(Token);
        await slow.Called.Task;
        receiver.Clock.Advance(TimeSpan.FromSeconds(30));
        (await pass).ShouldBe(0);

        slow.IsQuick = true;
        await PassAsync(receiver);
        slow.Ends.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_dies_with_an_event_is_relieved_by_the_next()
    {
        var journal = new InMemoryOrderJournal();
        var slow = new Slow();
        await using (
            var dead = await Receiver.StartAsync(
                cards => Giftronaut.Add(cards),
                services => services.AddSingleton<IOrderJournal>(journal).AddSingleton<IGiftCardWebhookHandler>(slow)
            )
        )
        {
            await PostAsync(dead, Giftronaut.LowBalance());
            _ = dead.Webhooks.DispatchAsync(Token);
            await slow.Called.Task;
        }

        await using var receiver = await StartAsync(journal: journal);
        await receiver.Webhooks.DispatchAsync(Token);
        _first.Calls.ShouldBe(0, "The other process might be at it.");

        receiver.Clock.Advance(TimeSpan.FromMinutes(10));
        await receiver.Webhooks.DispatchAsync(Token);

        _first.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_restart_on_the_same_database_loses_nothing_and_tells_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("webhooks-");
        try
        {
            var path = Path.Combine(folder.FullName, "journal.db");
            await using (var before = await OnSqliteAsync(path))
            {
                await PostAsync(before, Giftronaut.LowBalance("b1"));
                await before.Webhooks.DispatchAsync(Token);
                _second.FailNext(1);
                await PostAsync(before, Giftronaut.LowBalance("b2"));
                await before.Webhooks.DispatchAsync(Token);
                await PostAsync(before, Giftronaut.LowBalance("b3"));
            }

            await using var after = await OnSqliteAsync(path);
            await PostAsync(after, Giftronaut.LowBalance("b1"));
            await PassAsync(after);

            (_first.Told.Count, _second.Told.Count).ShouldBe((3, 3));
            _first.Told.Select(told => told.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<Receiver> OnSqliteAsync(string path) =>
        Receiver.StartAsync(
            cards => Giftronaut.Add(cards).UseSqliteJournal(path),
            services => services.AddSingleton<IGiftCardWebhookHandler>(_first).AddSingleton<IGiftCardWebhookHandler>(_second)
        );

    [Fact]
    public async Task Under_a_host_what_comes_in_is_handed_over_at_once()
    {
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            services => services.AddSingleton<IGiftCardWebhookHandler>(_first),
            runsByItself: true
        );

        await PostAsync(receiver, Giftronaut.LowBalance());

        (await _first.First.Task).Kind.ShouldBe(GiftCardEventKind.BalanceLow);
    }

    [Fact]
    public async Task Two_handlers_of_one_name_are_both_told()
    {
        var twin = new Notebook("first");
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            services => services.AddSingleton<IGiftCardWebhookHandler>(_first).AddSingleton<IGiftCardWebhookHandler>(twin)
        );
        await PostAsync(receiver, Giftronaut.LowBalance());

        await receiver.Webhooks.DispatchAsync(Token);

        (_first.Calls, twin.Calls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_handler_may_be_scoped_and_use_the_sdk_itself()
    {
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            services => services.AddSingleton(_first).AddScoped<IGiftCardWebhookHandler, UsesTheSdk>()
        );
        await PostAsync(receiver, Giftronaut.LowBalance());

        (await receiver.Webhooks.DispatchAsync(Token)).ShouldBe(1);

        _first.Told.ShouldHaveSingleItem();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Receiver> StartAsync(Action<GiftCardEventOptions>? events = null, IOrderJournal? journal = null) =>
        Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            services =>
            {
                services.AddSingleton<IGiftCardWebhookHandler>(_first).AddSingleton<IGiftCardWebhookHandler>(_second);
                if (journal is not null)
                {
                    services.AddSingleton(journal);
                }
            },
            events
        );

    private static async Task PostAsync(Receiver receiver, string body) =>
        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(HttpStatusCode.OK);

    /// <summary>One pass after the longest wait that a failure causes.</summary>
    private static Task<int> PassAsync(Receiver receiver)
    {
        receiver.Clock.Advance(TimeSpan.FromHours(2));
        return receiver.Webhooks.DispatchAsync(Token);
    }

    private static async Task<List<ParkedEvent>> ParkedAsync(Receiver receiver)
    {
        var parked = new List<ParkedEvent>();
        await foreach (var one in receiver.Webhooks.ListParkedAsync(Token))
        {
            parked.Add(one);
        }

        return parked;
    }

    private sealed class Slow : IGiftCardWebhookHandler
    {
        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsQuick { get; set; }

        public int Ends { get; private set; }

        public async ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default)
        {
            Called.TrySetResult();
            if (!IsQuick)
            {
                // Does not listen to the token either.
                await new TaskCompletionSource().Task;
            }

            Ends++;
        }
    }

    private sealed class UsesTheSdk(IGiftCards giftCards, Notebook notebook) : IGiftCardWebhookHandler
    {
        public ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default) =>
            giftCards.GetAccount(giftCardEvent.Account) is { } ? notebook.HandleAsync(giftCardEvent, cancellationToken) : default;
    }
}
