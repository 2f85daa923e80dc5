namespace GiftCardSdk.Http.Internal;

/// <summary>
/// The schedule of one account's calls: spaced evenly at 98 % of the limit after a small burst, and never more than the limit in any window of the
/// provider's. Guarded by its limiter's lock.
/// </summary>
/// <remarks>
/// What goes late, because a timer is late, is counted from when it could have gone: otherwise each lateness would be lost for good. More than the
/// 2 % are not excused, so that every window still holds.
/// </remarks>
internal sealed class Pacer
{
    private const double Pace = 0.98;
    private const double SlowerAfter429 = 1.05;
    private const double FasterAfterCalm = 1.02;
    private const double Slowest = 2;
    private const int LeastCalm = 10;

    /// <summary>When the last N grants counted, as a ring; empty where there is no limit.</summary>
    private readonly TimeSpan[] _grants;
    private readonly TimeSpan _window;
    private readonly TimeSpan _excused;
    private readonly int _burst;
    private int _oldest;

    /// <summary>When the next one is due if all are spaced evenly.</summary>
    private TimeSpan _due;
    private double _share = 1;
    private double _slowness = 1;
    private int _sinceSlowed;

    /// <param name="limit">Grants a window; null for no limit.</param>
    /// <param name="window">The window that the provider documents.</param>
    /// <param name="burst">How many may go at once after a rest.</param>
    public Pacer(int? limit, TimeSpan window, int burst)
    {
        _window = window / Pace;
        _excused = _window - window;
        _burst = burst;
        _grants = new TimeSpan[limit ?? 0];
        Array.Fill(_grants, -_window);
        _due = -_window;
    }

    /// <summary>Whether none of the rate is this process's now.</summary>
    public bool IsClosed => _share <= 0;

    /// <summary>The part of the account's rate that is this process's, from 0 to 1.</summary>
    public double Share => _share;

    /// <summary>How many the whole rate gives in a time; no end of them where there is no limit.</summary>
    public double PerTime(TimeSpan time) => _grants.Length == 0 ? double.PositiveInfinity : time / Spacing(1);

    /// <summary>When the caller at a place in the queue gets its turn at the earliest; while closed, as if all of the rate were here.</summary>
    public TimeSpan At(int place, TimeSpan earliest)
    {
        if (_grants.Length == 0)
        {
            return earliest;
        }

        var share = IsClosed ? 1 : _share;
        var spacing = Spacing(share);
        var burst = Math.Max(1, (int)(_burst * share));
        var even = _due + (spacing * (place - burst + 1));
        var (windows, slot) = Math.DivRem(place, _grants.Length);
        var afterGrant = _grants[(_oldest + slot) % _grants.Length] + (_window * (windows + 1));
        var (behind, beyond) = (earliest + (spacing * Math.Max(0, place - burst + 1)), earliest + (_window * windows));
        return Latest(Latest(even, afterGrant), Latest(behind, beyond));
    }

    /// <summary>One goes.</summary>
    /// <param name="now">When.</param>
    /// <param name="due">When it could have gone; <paramref name="now"/> if it has only just come.</param>
    public void Take(TimeSpan now, TimeSpan due)
    {
        if (_grants.Length == 0)
        {
            return;
        }

        if (_slowness > 1 && ++_sinceSlowed >= Math.Max(LeastCalm, _grants.Length))
        {
            _sinceSlowed = 0;
            _slowness = Math.Max(1, _slowness / FasterAfterCalm);
        }

        var counted = Latest(due, now - _excused);
        _due = Latest(_due, counted) + Spacing(_share);
        _grants[_oldest] = counted;
        _oldest = (_oldest + 1) % _grants.Length;
    }

    /// <summary>The provider counts otherwise than we do, or others use its account too: a little slower, until some have gone well.</summary>
    public void Slow()
    {
        _slowness = Math.Min(Slowest, _slowness * SlowerAfter429);
        _sinceSlowed = 0;
    }

    /// <summary>From now on a part of the rate is this process's; what is waited for already becomes due sooner or later with it.</summary>
    public void SetShare(double share, TimeSpan now)
    {
        if (!IsClosed && share > 0 && _due > now)
        {
            _due = now + ((_due - now) * (_share / share));
        }
        else if (IsClosed && share > 0)
        {
            _due = Latest(_due, now);
        }

        _share = share;
    }

    private TimeSpan Spacing(double share) => _grants.Length == 0 ? TimeSpan.Zero : _window / _grants.Length * (_slowness / share);

    private static TimeSpan Latest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
