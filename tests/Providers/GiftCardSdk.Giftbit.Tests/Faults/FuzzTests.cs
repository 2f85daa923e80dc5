using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every documented answer, garbled twenty thousand times: each is read, or refused in the SDK's own words, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private const int Calls = 20_000;
    private const int NeutralCalls = 2_000;

    /// <summary>Operations that answer the same are read by the same reader.</summary>
    public static TheoryData<string> Operations =>
        [.. WireCalls.All.DistinctBy(call => call.Value.Answer, StringComparer.Ordinal).Select(call => call.Key)];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Operations))]
    public async Task Whatever_comes_is_read_or_refused(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        using var provider = new BodyFuzz(_ => answer);
        await using var accounts = At(provider);

        var (read, refused) = await provider.RunAsync<GiftCardException>(
            Calls,
            async () =>
            {
                await call(accounts.Api);
                return null;
            }
        );

        (read > 100, refused > 100, provider.Answers >= Calls).ShouldBe((true, true, true), $"{read} read, {refused} refused");
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Roles))]
    public async Task Whatever_comes_is_a_neutral_answer_or_refused(string role)
    {
        using var provider = new BodyFuzz(Documented) { MayStayWhole = true };
        await using var accounts = At(provider);

        var (read, refused) = await provider.RunAsync<GiftCardException>(NeutralCalls, () => Neutral[role](accounts.Account));

        (read > 10, refused > 10).ShouldBe((true, true), $"{read} read, {refused} refused");
    }

    private static Dictionary<string, Func<IGiftCardAccount, Task<object?>>> Neutral { get; } =
        new(StringComparer.Ordinal)
        {
            ["catalog"] = async account => string.Join(' ', await account.Catalog.ListAsync().ToListAsync()),
            ["order"] = async account => await account.Status.GetAsync("hp-2026-000417", RewardDetail.Secrets),
            ["look-up"] = async account => await account.Status.FindAsync("hp-2026-000417"),
            ["balances"] = async account => string.Join(' ', await account.Balances.ListAsync()),
        };

    public static TheoryData<string> Roles => [.. Neutral.Keys];

    private static string Documented(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var example =
            path.Contains("brands/", StringComparison.Ordinal) ? "brand-range"
            : path.Contains("brands", StringComparison.Ordinal) ? "brands"
            : path.Contains("regions", StringComparison.Ordinal) ? "regions"
            : path.Contains("funds", StringComparison.Ordinal) ? "funds"
            : path.Contains("links", StringComparison.Ordinal) ? "links-short"
            : path.Contains("gifts", StringComparison.Ordinal) ? "gifts"
            : "campaign";
        return Example.Read(example);
    }

    private static Accounts At(BodyFuzz provider) =>
        Accounts.At(
            new("https://fuzz.example"),
            "replay-token",
            new HastyClock(),
            register: services => services.AddGiftCards().UsePrimaryHandler(_ => provider)
        );
}
