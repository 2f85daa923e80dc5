using BenchmarkDotNet.Attributes;

namespace GiftCardSdk.Benchmarks;

/// <summary>No network: what the SDK itself costs. Telemetry off: nobody listens.</summary>
public class OnAStub
{
    private Pair _pair = null!;

    [GlobalSetup]
    public void Open() => _pair = new Pair(new Uri("http://localhost/"), static () => new StubHandler());

    [GlobalCleanup]
    public async Task CloseAsync() => await _pair.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task<string> HandWrittenRead() => _pair.Hand.GetOrderAsync(Answers.OrderId);

    [Benchmark]
    public Task<Order> SdkRead() => _pair.Account.Status.GetAsync(Answers.OrderId, RewardDetail.None);

    [Benchmark]
    public Task<string> HandWrittenWrite() => _pair.Hand.PlaceAsync(_pair.NextReference());

    [Benchmark]
    public Task<Order> SdkWrite() => _pair.Account.Orders.PlaceAsync(_pair.NextOrder());
}
