using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Providers.Wire;

/// <summary>
/// Documented answers, garbled thousands of times: each is read, or refused as a <see cref="GiftCardException"/>, and nothing else happens. The seeds are
/// split among as many lanes as there are processors; lanes share nothing, so that what is found in one is found again alone.
/// </summary>
/// <typeparam name="TApi">The provider's own interface.</typeparam>
/// <param name="calls">Every operation by its name.</param>
/// <param name="at">An application at an address, with further services.</param>
/// <param name="spared">An answer that is left whole, such as that to a token call; null for none.</param>
internal sealed class GarbledAnswers<TApi>(
    IReadOnlyDictionary<string, WireCall<TApi>> calls,
    Func<Uri, Action<IServiceCollection>, WireAccounts<TApi>> at,
    Func<HttpRequestMessage, string?>? spared = null
)
    where TApi : class
{
    /// <summary>Of each operation; more where a longer run is wanted.</summary>
    private static readonly int Calls = int.TryParse(
        Environment.GetEnvironmentVariable("GIFTCARDS_FUZZ_CALLS"),
        CultureInfo.InvariantCulture,
        out var wanted
    )
        ? wanted
        : 1_000;

    /// <summary>A call of the neutral model reads several answers.</summary>
    private static int NeutralCalls => Math.Max(1_000, Calls / 5);

    /// <summary>The operations with an answer to read, one for each: operations that answer the same are read by the same reader.</summary>
    public TheoryData<string> Operations =>
        [
            .. calls
                .Where(call => call.Value.Answer.Length > 0 && !call.Value.IsReadLikeAnother)
                .DistinctBy(call => call.Value.Answer, StringComparer.Ordinal)
                .Select(call => call.Key),
        ];

    /// <summary>The provider's own call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isEverRefused">False if nothing in the body of a success can make it a failure.</param>
    public async Task AreReadOrRefusedAsync(string operation, bool isEverRefused = true)
    {
        var (answer, call) = calls[operation];

        var (read, refused, garbled) = await RunAsync(
            Calls,
            () => new(_ => answer, spared),
            async accounts =>
            {
                await call(accounts.Api);
                return null;
            }
        );

        (read > Calls / 50, refused > Calls / 50 || !isEverRefused, garbled >= Calls).ShouldBe(
            (true, true, true),
            $"{read} read, {refused} refused"
        );
    }

    /// <summary>A call of the neutral model, which may ask for several answers.</summary>
    /// <param name="documented">The documented answer to a request.</param>
    /// <param name="call">The call; what it returns is printed.</param>
    public async Task AreNeutralOrRefusedAsync(Func<HttpRequestMessage, string> documented, Func<IGiftCardAccount, Task<object?>> call)
    {
        var (read, refused, _) = await RunAsync(
            NeutralCalls,
            () => new(documented, spared) { MayStayWhole = true },
            accounts => call(accounts.Account)
        );

        (read > 10, refused > 10).ShouldBe((true, true), $"{read} read, {refused} refused");
    }

    private async Task<(int Read, int Refused, int Garbled)> RunAsync(
        int seeds,
        Func<BodyFuzz> provider,
        Func<WireAccounts<TApi>, Task<object?>> call
    )
    {
        var share = (seeds + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        var lanes = await Task.WhenAll(
            Enumerable.Range(0, seeds).Chunk(share).Select(lane => Task.Run(() => RunLaneAsync(lane, provider, call)))
        );
        return (lanes.Sum(lane => lane.Read), lanes.Sum(lane => lane.Refused), lanes.Sum(lane => lane.Garbled));
    }

    private async Task<(int Read, int Refused, int Garbled)> RunLaneAsync(
        int[] seeds,
        Func<BodyFuzz> provider,
        Func<WireAccounts<TApi>, Task<object?>> call
    )
    {
        using var fuzz = provider();
        await using var accounts = at(new("https://fuzz.example"), services => services.AddGiftCards().UsePrimaryHandler(_ => fuzz));
        var (read, refused) = await fuzz.RunAsync<GiftCardException>(seeds, () => call(accounts));
        return (read, refused, fuzz.Answers);
    }
}
