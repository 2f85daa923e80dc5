using System.Collections.Concurrent;
using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>
/// Random orders with random ends on all kinds of providers: several callers a reference, other content, cancellations, a failing journal, a
/// clock that jumps ahead, restarts. Everything is drawn from the seed; the ledger of the provider is the judge.
/// </summary>
internal static class RandomOrders
{
    private const int BatchSize = 100;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private static readonly IdempotencyProfile[] Kinds =
    [
        Profiles.NeverBuysAgain,
        Profiles.NeverBuysAgain with
        {
            Answer = RepeatAnswer.Undocumented,
        },
        Profiles.BuysAgain,
        Profiles.ForADay,
        Profiles.ConflictWithId,
        Profiles.Blind,
        Profiles.Worst,
    ];

    public static async Task<RandomReport> RunAsync(int seed, int orders, ProtocolRules? rules = null)
    {
        var report = new RandomReport();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, orders / BatchSize),
            async (batch, _) => await new Batch(seed, batch, rules, report).RunAsync()
        );
        return report;
    }

    /// <summary>A hundred orders at one provider on one clock.</summary>
    private sealed class Batch
    {
        private readonly Random _random;
        private readonly int _seed;
        private readonly RandomReport _report;
        private readonly FaultyJournal _journal = new();
        private readonly Shop _shop;
        private readonly Placed[] _orders;
        private int _draws;

        public Batch(int seed, int number, ProtocolRules? rules, RandomReport report)
        {
            _seed = unchecked((seed * 7919) + (number * 104729));
            _random = new(_seed);
            _report = report;
            var kind = Kinds[number % Kinds.Length];
            _shop = new(
                kind,
                _journal,
                rules: rules,
                isSilent: true,
                configure: options =>
                    options.RepeatRefusal = _random.Next(2) == 0 ? GiftCardErrorCode.Conflict : GiftCardErrorCode.InvalidRequest
            );
            _orders =
            [
                .. Enumerable.Range(0, BatchSize).Select(i => new Placed(string.Create(CultureInfo.InvariantCulture, $"b{number}-{i}"))),
            ];
            _shop.Provider.ScriptOrders(EndOf);
            _shop.Provider.ScriptLookups(EndOf);
        }

        public async Task RunAsync()
        {
            if (_random.Next(3) == 0)
            {
                _journal.BeforeWrite = _ => Fail(0.03);
                _journal.AfterWrite = _ => Fail(0.03);
                _journal.BeforeRead = () => Fail(0.01);
            }

            await RoundAsync(_orders);
            if (_random.Next(4) == 0)
            {
                _shop.Clock.SetUtcNow(_shop.Clock.GetUtcNow().AddHours(_random.Next(30)));
            }

            _shop.Clock.Advance(TimeSpan.FromSeconds(_random.Next(900)));
            await RoundAsync([.. _orders.Where(_ => _random.Next(3) == 0)]);
            await RestartAsync();
            await CheckAsync();

            // From here on nothing fails any more, and everything must come to an end.
            (_journal.BeforeWrite, _journal.AfterWrite, _journal.BeforeRead) = (null, null, null);
            _shop.Provider.ScriptOrders(null);
            _shop.Provider.ScriptLookups(null);
            for (var round = 0; round < 2; round++)
            {
                await _shop.Clock.LetPassAsync(Task.WhenAll(_orders.Select(FinishAsync)), Step);
                _shop.Clock.Advance(TimeSpan.FromMinutes(11));
            }

            await RestartAsync();
            await CheckAsync(isLast: true);
        }

        /// <summary>Each order is placed by one to three callers, some of whom give up or bring other content.</summary>
        private Task RoundAsync(Placed[] orders)
        {
            var calls = new List<Task>();
            foreach (var order in orders)
            {
                for (
                    var callers = _random.Next(10) switch
                    {
                        < 6 => 1,
                        < 9 => 2,
                        _ => 3,
                    };
                    callers > 0;
                    callers--
                )
                {
                    var amount = _random.Next(20) == 0 ? 20 : 10;
                    var start = TimeSpan.FromSeconds(_random.NextDouble() * 20);
                    var leaves = _random.Next(5) == 0 ? TimeSpan.FromSeconds(_random.NextDouble() * 150) : (TimeSpan?)null;
                    calls.Add(CallAsync(order, amount, start, leaves));
                }
            }

            return _shop.Clock.LetPassAsync(Task.WhenAll(calls), Step);
        }

        private async Task CallAsync(Placed order, decimal amount, TimeSpan start, TimeSpan? leaves)
        {
            await Task.Delay(start, _shop.Clock);
            using var caller = leaves is { } after ? new CancellationTokenSource(after, _shop.Clock) : new();
            _report.CountCall();
            try
            {
                order.Ids.Add((await _shop.PlaceAsync(Shop.Request(order.Reference, amount), caller.Token)).Id);
            }
            catch (GiftCardException failure) when (failure.Outcome == GiftCardOutcome.NothingCreated)
            {
                // Bought nothing, says the SDK.
            }
            catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
            {
                order.MayExist = true;
            }
        }

        /// <summary>Places again what is not known to be bought, with the content that the journal has; and now and then what is.</summary>
        private async Task FinishAsync(Placed order)
        {
            var entry = await _journal.FindAsync(_shop.Identity(order.Reference));
            if (entry is not { State: OrderJournalState.Accepted } || Draw().Next(10) == 0)
            {
                await CallAsync(order, entry?.Lines[0].FaceValue.Amount ?? 10, TimeSpan.Zero, null);
            }
        }

        private async Task RestartAsync()
        {
            await _shop.Clock.LetPassAsync(_shop.Coordinator.DrainAsync(CancellationToken.None), Step);
            _shop.Clock.Advance(TimeSpan.FromMinutes(11));
            _shop.Restart();
        }

        private async Task CheckAsync(bool isLast = false)
        {
            var (write, read) = (_journal.BeforeWrite, _journal.BeforeRead);
            (_journal.BeforeWrite, _journal.BeforeRead) = (null, null);
            foreach (var order in _orders)
            {
                var sold = _shop.Provider.SoldUnder(order.Reference);
                var entry = await _journal.FindAsync(_shop.Identity(order.Reference));
                _report.Judge(order, sold, entry, isLast);
            }

            (_journal.BeforeWrite, _journal.BeforeRead) = (write, read);
        }

        private ScriptedEnd EndOf(OrderSubmission submission)
        {
            var random = Draw();
            // A sale that comes later than the quiet time is the double that the documentation admits.
            var late = TimeSpan.FromSeconds(random.NextDouble() * 500);
            return random.Next(24) switch
            {
                < 7 or > 19 => ScriptedEnd.Accepted,
                7 => ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable),
                8 => ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds),
                9 => ScriptedEnd.RateLimited(random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(40))),
                10 => ScriptedEnd.NeverSent,
                11 => ScriptedEnd.AnswerLost,
                12 => ScriptedEnd.RequestLost,
                13 => ScriptedEnd.ServerErrorAfterSale,
                14 => ScriptedEnd.ServerError,
                15 => ScriptedEnd.SoldLate(late),
                16 => random.Next(2) == 0 ? ScriptedEnd.Hangs : ScriptedEnd.HangsAfterSale,
                17 => ScriptedEnd.Throws(new IOException(), isSold: random.Next(2) == 0),
                18 => ScriptedEnd.Accepted with { BeforeHandOver = Pause(random), BeforeAnswer = Pause(random) },
                _ => random.Next(2) == 0 ? ScriptedEnd.Conflict : ScriptedEnd.RecipientRefused,
            };
        }

        private ScriptedLookup EndOf(OrderLookupQuery query)
        {
            var random = Draw();
            // An index may lag, but no longer than the quiet time is meant for.
            var mayLag = _shop.Clock.GetUtcNow() - query.FirstSentAt < TimeSpan.FromMinutes(5);
            return random.Next(10) switch
            {
                0 => ScriptedLookup.Inconclusive("page cap"),
                1 => ScriptedLookup.Throws(new IOException()),
                2 when random.Next(10) == 0 => ScriptedLookup.Hangs,
                < 5 when mayLag => ScriptedLookup.Miss,
                _ => ScriptedLookup.Truth,
            };
        }

        private Task Pause(Dice random) => Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 120), _shop.Clock);

        private void Fail(double probability)
        {
            if (Draw().NextDouble() < probability)
            {
                throw new IOException("disk full");
            }
        }

        private Dice Draw() => new(((ulong)(uint)_seed << 32) | (uint)Interlocked.Increment(ref _draws));
    }

    /// <summary>A few random numbers from any seed, without the cost of seeding (SplitMix64).</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong _state = seed;

        public int Next(int bound) => (int)(NextDouble() * bound);

        public double NextDouble()
        {
            var mixed = unchecked(_state += 0x9E3779B97F4A7C15);
            mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
            mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>What the callers of one reference were told.</summary>
    internal sealed class Placed(string reference)
    {
        public string Reference { get; } = reference;

        public ConcurrentBag<string> Ids { get; } = [];

        public bool MayExist { get; set; }
    }
}

/// <summary>What the ledger says about the run.</summary>
internal sealed class RandomReport
{
    private readonly ConcurrentDictionary<string, int> _middle = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _end = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _findings = new();
    private int _calls;
    private int _duplicates;
    private int _losses;
    private int _disagreements;

    /// <summary>How many orders were in which state when the faults were over; <c>Sold</c> counts the ledger.</summary>
    public IReadOnlyDictionary<string, int> Middle => _middle;

    /// <summary>How many orders ended in which state.</summary>
    public IReadOnlyDictionary<string, int> End => _end;

    public int Duplicates => _duplicates;

    public int Losses => _losses;

    public int Disagreements => _disagreements;

    public IReadOnlyCollection<string> Findings => _findings;

    public void CountCall() => Interlocked.Increment(ref _calls);

    public void Judge(RandomOrders.Placed order, IReadOnlyList<SoldOrder> sold, JournalEntry? entry, bool isLast)
    {
        var isSold = sold.Count > 0;
        Count(isLast ? _end : _middle, isSold, entry);
        FindIf(sold.Count > 1, ref _duplicates, "sold twice", order, entry);
        FindIf(
            isSold && (entry is null or { State: OrderJournalState.Refused or OrderJournalState.Absent }),
            ref _losses,
            "sold, but the journal says nothing",
            order,
            entry
        );
        FindIf(
            isSold && !order.MayExist && order.Ids.IsEmpty,
            ref _losses,
            "sold, but every caller was told that nothing was bought",
            order,
            entry
        );
        FindIf(
            entry is { State: OrderJournalState.Accepted } && !(isSold && entry.ProviderOrderIds is [var id] && id == sold[0].OrderId),
            ref _disagreements,
            "accepted, but not sold as that",
            order,
            entry
        );
        FindIf(
            order.Ids.Any(id => !isSold || id != sold[0].OrderId),
            ref _disagreements,
            "returned an order that was not sold",
            order,
            entry
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {_calls} calls
            after the faults: {Print(_middle)}
            at the end:       {Print(_end)}
            duplicates={Duplicates} losses={Losses} disagreements={Disagreements}
            """
        );

    private static void Count(ConcurrentDictionary<string, int> figures, bool isSold, JournalEntry? entry)
    {
        figures.AddOrUpdate(entry?.State.ToString() ?? "None", 1, static (_, count) => count + 1);
        if (isSold)
        {
            figures.AddOrUpdate("Sold", 1, static (_, count) => count + 1);
        }
    }

    private static string Print(ConcurrentDictionary<string, int> figures) =>
        string.Join(' ', figures.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private void FindIf(bool isWrong, ref int counter, string what, RandomOrders.Placed order, JournalEntry? entry)
    {
        if (!isWrong)
        {
            return;
        }

        Interlocked.Increment(ref counter);
        if (_findings.Count < 20)
        {
            _findings.Enqueue($"{order.Reference}: {what} ({entry})");
        }
    }
}
