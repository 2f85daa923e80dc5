namespace GiftCardSdk.Batches;

/// <summary>Counts how a run goes. Safe for use by all its workers.</summary>
internal sealed class BatchCounts(string name, BatchOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long[] _ends = new long[Enum.GetValues<BatchLineStatus>().Length];
    private readonly SortedDictionary<string, BatchSpending> _spending = new(StringComparer.Ordinal);
    private readonly long _begun = time.GetTimestamp();
    private TimeSpan _readBack;
    private bool _hasNew;
    private TimeSpan _paused;
    private long? _pausedSince;
    private long _boughtBefore;
    private long _reportedAt = time.GetTimestamp();

    public void Add(BatchResult result)
    {
        lock (_gate)
        {
            if (result is { Status: BatchLineStatus.Bought, WasBoughtBefore: true })
            {
                _boughtBefore++;
                _readBack = _hasNew ? _readBack : Elapsed();
            }
            else
            {
                _hasNew = true;
                _ends[(int)result.Status]++;
            }

            if (result.Status == BatchLineStatus.Bought)
            {
                AddMoney(result);
            }
        }
    }

    /// <summary>Whether it is time for a report; true for one caller in an interval.</summary>
    public bool IsReportDue(bool isPaused)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            NotePause(isPaused, now);
            if (time.GetElapsedTime(_reportedAt, now) < options.ProgressInterval)
            {
                return false;
            }

            _reportedAt = now;
            return true;
        }
    }

    public BatchProgress Snapshot(int waiting, bool isPaused)
    {
        lock (_gate)
        {
            NotePause(isPaused, time.GetTimestamp());
            var elapsed = Elapsed();
            var progress = new BatchProgress
            {
                Name = name,
                ExpectedLines = options.ExpectedLines,
                Bought = _ends[(int)BatchLineStatus.Bought],
                BoughtBefore = _boughtBefore,
                Refused = _ends[(int)BatchLineStatus.Refused],
                Changed = _ends[(int)BatchLineStatus.Changed],
                Unknown = _ends[(int)BatchLineStatus.Unknown],
                Parked = _ends[(int)BatchLineStatus.Parked],
                NotPlaced = _ends[(int)BatchLineStatus.NotPlaced],
                Waiting = waiting,
                Elapsed = elapsed,
                Spending = [.. _spending.Values],
            };
            // What an earlier run bought is passed over in no time; the rate is that of the lines behind it.
            var working = elapsed - _readBack;
            var rate = working > TimeSpan.Zero ? (progress.Ended - progress.BoughtBefore) / working.TotalSeconds : 0;
            return progress with { LinesPerSecond = rate, TimeLeft = TimeLeft(progress, rate) };
        }
    }

    private TimeSpan Elapsed() =>
        time.GetElapsedTime(_begun) - _paused - (_pausedSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero);

    private TimeSpan? TimeLeft(BatchProgress progress, double rate) =>
        options.ExpectedLines is not { } all ? null
        : all <= progress.Ended ? TimeSpan.Zero
        : rate > 0 && (all - progress.Ended) / rate < TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds((all - progress.Ended) / rate)
        : null;

    private void NotePause(bool isPaused, long now)
    {
        if (isPaused)
        {
            _pausedSince ??= now;
        }
        else if (_pausedSince is { } since)
        {
            _paused += time.GetElapsedTime(since, now);
            _pausedSince = null;
        }
    }

    private void AddMoney(BatchResult result)
    {
        var lines = result.Line.Request.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var value = lines[i].Total;
            var spent = Of(value.Currency);
            _spending[value.Currency] = result.WasBoughtBefore
                ? spent with
                {
                    FaceValueBefore = spent.FaceValueBefore + value,
                }
                : spent with
                {
                    FaceValue = spent.FaceValue + value,
                };
        }

        if (result.WasBoughtBefore || lines.Count == 0)
        {
            return;
        }

        var currency = result.Order?.TotalCost?.Currency ?? lines[0].FaceValue.Currency;
        var paid = Of(currency);
        _spending[currency] = result.Order?.TotalCost is { } cost
            ? paid with
            {
                Cost = paid.Cost + cost,
            }
            : paid with
            {
                OrdersOfUnknownCost = paid.OrdersOfUnknownCost + 1,
            };
    }

    private BatchSpending Of(string currency)
    {
        var none = Money.Of(0, currency);
        return _spending.GetValueOrDefault(
            currency,
            new()
            {
                FaceValue = none,
                FaceValueBefore = none,
                Cost = none,
            }
        );
    }
}
