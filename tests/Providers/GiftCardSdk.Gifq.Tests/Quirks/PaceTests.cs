namespace GiftCardSdk.Gifq.Tests;

/// <summary>GIFQ counts requests by the second, and how it counts is not documented: they go out one by one, never ten at once.</summary>
public sealed class PaceTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(4)]
    [InlineData(50)]
    public async Task Requests_are_spaced_evenly(int rate)
    {
        await using var stage = await Stage.StartAsync(account: options => options.RequestsPerSecond = rate);

        for (var call = 0; call < 30; call++)
        {
            await stage.Account.Balances.ListAsync();
        }

        var times = stage.Twin.Requests.All.Select(arrival => arrival.At).ToList();
        times.Count.ShouldBe(30);
        times.Zip(times.Skip(1), (first, next) => next - first).ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(1.0 / rate));
    }
}
