using GiftCardSdk.Sandbox;

namespace QuickStart;

/// <summary>Where the tour plays: on the twins in this process, or at one provider's own test environment.</summary>
internal sealed class Theatre : IAsyncDisposable
{
    private readonly GiftCardSandbox? _sandbox;

    private Theatre(GiftCardSandbox? sandbox, params IStage[] stages)
    {
        _sandbox = sandbox;
        Stages = stages;
    }

    public IReadOnlyList<IStage> Stages { get; }

    public static async Task<Theatre> OpenAsync(string? live)
    {
        if (live is not null)
        {
            return new Theatre(null, Live(live));
        }

        var sandbox = await GiftCardSandbox.StartAsync();
        return new Theatre(
            sandbox,
            new GiftbitStage(sandbox.Giftbit),
            new GifqStage(sandbox.Gifq),
            new GiftronautStage(sandbox.Giftronaut),
            new GiftCardPartnersStage(sandbox.GiftCardPartners),
            new HuurayStage(sandbox.Huuray)
        );
    }

    private static IStage Live(string provider) =>
        provider.ToLowerInvariant() switch
        {
            "gifq" => new LiveGifqStage(),
            "giftronaut" => new LiveGiftronautStage(),
            "giftcardpartners" => new LiveGiftCardPartnersStage(),
            "huuray" => new LiveHuurayStage(),
            _ => new LiveGiftbitStage(),
        };

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
