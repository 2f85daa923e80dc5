namespace GiftCardSdk.Chaos.Orders;

/// <summary>
/// Random numbers that depend on nothing but the seeds given (SplitMix64): any process draws the same ones for the same order.
/// </summary>
internal sealed class Dice
{
    private ulong _state = 0x1F2E3D4C5B6A7988;

    public Dice(params ReadOnlySpan<int> seeds)
    {
        foreach (var seed in seeds)
        {
            _state = Draw() ^ (uint)seed;
        }
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Next(int bound) => (int)(NextFraction() * bound);

    /// <summary>Whether something happens that happens in so many of a hundred cases.</summary>
    public bool Percent(int chance) => Next(100) < chance;

    /// <summary>A time between the two.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * NextFraction());

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>A number from 0 to below 1.</summary>
    public double NextFraction() => (Draw() >> 11) * (1.0 / (1UL << 53));

    private ulong Draw()
    {
        var mixed = unchecked(_state += 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
