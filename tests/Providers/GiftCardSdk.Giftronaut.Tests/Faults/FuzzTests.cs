using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Every documented answer, garbled twenty thousand times: each is read, or refused in the SDK's own words, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private const int Calls = 20_000;
    private const int NeutralCalls = 2_000;

    /// <summary>Operations that answer the same are read by the same reader.</summary>
    public static TheoryData<string> Operations =>
        [
            .. WireCalls
                .All.Where(call => call.Value.Answer.Length > 0)
                .DistinctBy(call => call.Value.Answer, StringComparer.Ordinal)
                .Select(call => call.Key),
        ];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Operations))]
    public async Task Whatever_comes_is_read_or_refused(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        using var provider = new BodyFuzz(_ => answer, Token);
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
        using var provider = new BodyFuzz(Documented, Token) { MayStayWhole = true };
        await using var accounts = At(provider);

        var (read, refused) = await provider.RunAsync<GiftCardException>(NeutralCalls, () => Neutral[role](accounts.Account));

        (read > 10, refused > 10).ShouldBe((true, true), $"{read} read, {refused} refused");
    }

    private static Dictionary<string, Func<IGiftCardAccount, Task<object?>>> Neutral { get; } =
        new(StringComparer.Ordinal)
        {
            ["catalog"] = async account => string.Join(' ', await account.Catalog.ListAsync().ToListAsync()),
            ["order"] = async account => await account.Status.GetAsync("OT-20250611-K7Q4", RewardDetail.Secrets),
            ["look-up"] = async account => await account.Status.FindAsync("wave-1"),
            ["balances"] = async account => string.Join(' ', await account.Balances.ListAsync()),
        };

    public static TheoryData<string> Roles => [.. Neutral.Keys];

    private static string Documented(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var example =
            path.EndsWith("branded-cards", StringComparison.Ordinal) ? "branded-cards"
            : path.EndsWith("choice-cards", StringComparison.Ordinal) ? "choice-cards"
            : path.EndsWith("balance", StringComparison.Ordinal) ? "balance"
            : path.EndsWith("orders", StringComparison.Ordinal) ? "orders"
            : "order";
        return Example.Read(example);
    }

    private static string? Token(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath == "/oauth2/token" ? Example.Read("token") : null;

    private static Accounts At(BodyFuzz provider) =>
        Accounts.At(
            new("https://fuzz.example"),
            "replay-client",
            "replay-secret",
            new HastyClock(),
            options => options.CatalogCacheTime = TimeSpan.Zero,
            services => services.AddGiftCards().UsePrimaryHandler(_ => provider)
        );
}
