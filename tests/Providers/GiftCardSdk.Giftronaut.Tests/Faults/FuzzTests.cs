namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Every documented answer, garbled a thousand times: each is read, or refused in the SDK's own words, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private static readonly GarbledAnswers<IGiftronautApi> Garbled = new(
        WireCalls.All,
        (address, register) =>
            Accounts.At(
                address,
                "replay-client",
                "replay-secret",
                new ConformanceClock(),
                options => options.CatalogCacheTime = TimeSpan.Zero,
                register
            ),
        Token
    );

    public static TheoryData<string> Operations => Garbled.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Whatever_comes_is_read_or_refused(string operation) => Garbled.AreReadOrRefusedAsync(operation);

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Whatever_comes_is_a_neutral_answer_or_refused(string role) => Garbled.AreNeutralOrRefusedAsync(Documented, Neutral[role]);

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
            path.EndsWith("branded-cards", StringComparison.Ordinal) ? "branded-cards-list"
            : path.EndsWith("choice-cards", StringComparison.Ordinal) ? "choice-cards-list"
            : path.EndsWith("balance", StringComparison.Ordinal) ? "balance-get"
            : path.EndsWith("orders", StringComparison.Ordinal) ? "orders-list"
            : "order-get";
        return Example.Read(example);
    }

    private static string? Token(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath == "/oauth2/token" ? Example.Read("token-create") : null;
}
