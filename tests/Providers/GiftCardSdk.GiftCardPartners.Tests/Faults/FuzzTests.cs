namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Every documented answer, garbled a thousand times: each is read, or refused in the SDK's own words, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private static readonly GarbledAnswers<IGiftCardPartnersApi> Garbled = new(
        WireCalls.All,
        (address, register) => Accounts.At(address, "replay@account.example", "replay-token", new ConformanceClock(), register: register),
        Token
    );

    public static TheoryData<string> Operations => Garbled.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Whatever_comes_is_read_or_refused(string operation) =>
        // That the provider is up is said by its status code alone.
        Garbled.AreReadOrRefusedAsync(operation, isEverRefused: operation != "status.get");

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Whatever_comes_is_a_neutral_answer_or_refused(string role) => Garbled.AreNeutralOrRefusedAsync(Documented, Neutral[role]);

    private static Dictionary<string, Func<IGiftCardAccount, Task<object?>>> Neutral { get; } =
        new(StringComparer.Ordinal)
        {
            ["catalog"] = async account =>
            {
                account.GetService<IGiftCardPartnersCache>().Invalidate();
                return string.Join(' ', await account.Catalog.ListAsync().ToListAsync());
            },
            ["order"] = async account => await account.Status.GetAsync("ord-51c0b9", RewardDetail.Secrets),
            ["look-up"] = async account => await account.Status.FindAsync("NL-2031-000417"),
            ["balances"] = async account => string.Join(' ', await account.Balances.ListAsync()),
        };

    public static TheoryData<string> Roles => [.. Neutral.Keys];

    private static string Documented(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/v1/Products" => Example.Read("products-list"),
            "/v1/Orders" => Example.Read("orders-list"),
            "/v1/AccountBalance" => Example.Read("balance-get"),
            _ => Example.Read("order-get"),
        };

    private static string? Token(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath == "/v1/Tokens" ? Example.Read("token-create") : null;
}
