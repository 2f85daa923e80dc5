using GiftCardSdk.Sandbox;

namespace QuickStart;

/// <summary>The providers that the walkthrough buys from: the twins in this process, or at one provider's own test environment.</summary>
internal sealed class SampleProviders : IAsyncDisposable
{
    private readonly GiftCardSandbox? _sandbox;

    private SampleProviders(GiftCardSandbox? sandbox, params IProviderSample[] samples)
    {
        _sandbox = sandbox;
        All = samples;
    }

    public IReadOnlyList<IProviderSample> All { get; }

    public static async Task<SampleProviders> OpenAsync(Arguments arguments)
    {
        if (arguments.Live is { } live)
        {
            return new SampleProviders(null, Live(live));
        }

        var sandbox = await GiftCardSandbox.StartAsync();
        IProviderSample[] all =
        [
            new GiftbitSample(sandbox.Giftbit),
            new GifqSample(sandbox.Gifq),
            new GiftronautSample(sandbox.Giftronaut),
            new GiftCardPartnersSample(sandbox.GiftCardPartners),
            new HuuraySample(sandbox.Huuray),
        ];
        return new SampleProviders(sandbox, [.. all.Where(sample => arguments.Only is null || sample.Account == arguments.Only)]);
    }

    private static IProviderSample Live(string provider) =>
        provider.ToLowerInvariant() switch
        {
            "gifq" => new LiveGifqSample(),
            "giftronaut" => new LiveGiftronautSample(),
            "giftcardpartners" => new LiveGiftCardPartnersSample(),
            "huuray" => new LiveHuuraySample(),
            _ => new LiveGiftbitSample(),
        };

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
