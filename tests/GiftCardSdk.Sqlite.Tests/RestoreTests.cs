using GiftCardSdk.Testing;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>After a backup was put back, no order that was sold since is bought again, at any kind of provider.</summary>
public sealed class RestoreTests : IDisposable
{
    private static readonly IdempotencyProfile NeverBuysAgain = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Answer = RepeatAnswer.Original,
        Lookup = LookupAuthority.Authoritative,
    };

    private static readonly IdempotencyProfile BuysAgain = new() { Lookup = LookupAuthority.Authoritative };

    private static readonly IdempotencyProfile HitOnly = new() { Lookup = LookupAuthority.HitOnly };

    private static readonly IdempotencyProfile Worst = new();

    private readonly JournalFolder _folder = new();
    private readonly ConformanceClock _clock = new();

    private string Backup => _folder.JournalPath + ".backup";

    public static TheoryData<string> WithLookup { get; } = [nameof(NeverBuysAgain), nameof(BuysAgain), nameof(HitOnly)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WithLookup))]
    public async Task What_was_sold_after_the_backup_is_found_and_returned(string profile)
    {
        var provider = Provider(profile);
        var sold = await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);

        var order = await restored.PlaceAsync();

        order.Id.ShouldBe(sold.Id);
        provider.SoldUnder("order-1").Count.ShouldBe(1);
        provider.Arrivals.ShouldBe(2);
        (await restored.EntryAsync()).ProviderOrderIds.ShouldBe([sold.Id]);
        (await restored.PlaceAsync("known")).WasReplayed.ShouldBeTrue();
        provider.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task Where_nothing_can_be_asked_and_a_repeat_would_buy_again_it_is_left_to_a_person()
    {
        var provider = Provider(nameof(Worst));
        await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(restored.PlaceAsync());

        (await restored.EntryAsync()).State.ShouldBe(OrderJournalState.Parked);
        provider.SoldUnder("order-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_not_sold_is_sent_at_once_where_a_repeat_never_buys_again()
    {
        var provider = Provider(nameof(NeverBuysAgain));
        await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);

        var order = await restored.PlaceAsync("new");

        provider.SoldUnder("new").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task What_was_not_sold_is_sent_after_the_quiet_time_where_a_miss_can_be_trusted()
    {
        var provider = Provider(nameof(BuysAgain));
        await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(restored.PlaceAsync("new"));
        provider.SoldUnder("new").ShouldBeEmpty();
        _clock.Advance(BuysAgain.QuietTime);
        await restored.PlaceAsync("new");

        provider.SoldUnder("new").Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_not_sold_is_left_to_a_person_where_a_miss_proves_nothing()
    {
        var provider = Provider(nameof(HitOnly));
        await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(restored.PlaceAsync("new"));
        _clock.Advance(HitOnly.QuietTime);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(restored.PlaceAsync("new"));

        (await restored.EntryAsync("new")).State.ShouldBe(OrderJournalState.Parked);
        provider.SoldUnder("new").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(WithLookup))]
    public async Task What_was_refused_before_the_backup_and_bought_after_it_is_not_bought_again(string profile)
    {
        var provider = Provider(profile);
        Order sold;
        await using (var application = Start(provider))
        {
            provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
            await Should.ThrowAsync<GiftCardException>(application.PlaceAsync());
            await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
            _clock.Advance(TimeSpan.FromMinutes(1));
            sold = await application.PlaceAsync();
        }

        _clock.Advance(TimeSpan.FromHours(1));
        _folder.PutBack(Backup);
        await using var restored = Start(provider);

        (await restored.PlaceAsync()).Id.ShouldBe(sold.Id);
        provider.SoldUnder("order-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_after_the_restore_is_known_and_sent_again_without_a_look()
    {
        var provider = Provider(nameof(NeverBuysAgain));
        await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);
        await restored.Cards.Journal.CloseGapAsync(CancellationToken.None);
        provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        await Should.ThrowAsync<GiftCardException>(restored.PlaceAsync("new"));
        var lookups = provider.Lookups;

        await restored.PlaceAsync("new");

        provider.Lookups.ShouldBe(lookups);
    }

    [Fact]
    public async Task Once_the_gap_is_closed_what_is_not_known_is_sent_at_once()
    {
        var provider = Provider(nameof(BuysAgain));
        await SellAfterBackupAsync(provider);
        await using var restored = Start(provider);
        (await restored.Cards.Journal.FindGapAsync()).ShouldNotBeNull();

        await restored.Cards.Journal.CloseGapAsync();

        (await restored.Cards.Journal.FindGapAsync()).ShouldBeNull();
        var lookups = provider.Lookups;
        await restored.PlaceAsync("new");
        provider.SoldUnder("new").Count.ShouldBe(1);
        provider.Lookups.ShouldBe(lookups);
    }

    [Fact]
    public async Task A_backup_without_any_order_is_older_too_and_what_was_sold_since_is_found()
    {
        var provider = Provider(nameof(BuysAgain));
        Order sold;
        await using (var application = Start(provider))
        {
            await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
            sold = await application.PlaceAsync();
        }

        _folder.PutBack(Backup);
        await using var restored = Start(provider);

        (await restored.PlaceAsync()).Id.ShouldBe(sold.Id);
        provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_was_being_sent_at_the_backup_is_looked_up_as_after_a_crash()
    {
        var provider = Provider(nameof(BuysAgain));
        string sold;
        await using (var application = Start(provider))
        {
            var answer = new TaskCompletionSource();
            provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = answer.Task });
            var placing = application.PlaceAsync();
            while (provider.SoldUnder("order-1").Count == 0)
            {
                await Task.Yield();
            }

            await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
            answer.SetResult();
            sold = (await placing).Id;
        }

        _clock.Advance(TimeSpan.FromHours(1));
        _folder.PutBack(Backup);
        await using var restored = Start(provider);

        (await restored.PlaceAsync()).Id.ShouldBe(sold);
        provider.Arrivals.ShouldBe(1);
    }

    private static InMemoryGiftCardProvider Provider(string profile, ConformanceClock clock) =>
        new(
            new()
            {
                Idempotency = profile switch
                {
                    nameof(NeverBuysAgain) => NeverBuysAgain,
                    nameof(BuysAgain) => BuysAgain,
                    nameof(HitOnly) => HitOnly,
                    _ => Worst,
                },
            },
            clock
        );

    private InMemoryGiftCardProvider Provider(string profile) => Provider(profile, _clock);

    private Application Start(InMemoryGiftCardProvider provider) => new(_folder.JournalPath, provider, _clock);

    /// <summary>One order is in the backup and one was sold after it; the backup is put back.</summary>
    private async Task<Order> SellAfterBackupAsync(InMemoryGiftCardProvider provider)
    {
        Order sold;
        await using (var application = Start(provider))
        {
            await application.PlaceAsync("known");
            await SqliteJournal.BackupAsync(_folder.JournalPath, Backup);
            _clock.Advance(TimeSpan.FromMinutes(1));
            sold = await application.PlaceAsync();
        }

        _clock.Advance(TimeSpan.FromHours(1));
        _folder.PutBack(Backup);
        return sold;
    }
}
