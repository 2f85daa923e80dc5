namespace GiftCardSdk.Gifq.Tests;

/// <summary>Every documented answer, garbled a thousand times: each is read, or refused in the SDK's own words, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private static readonly GarbledAnswers<IGifqApi> Garbled = new(
        WireCalls.All,
        (address, register) => Accounts.At(address, Accounts.Token, new ConformanceClock(), register: register)
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
            ["order"] = async account => await account.Status.GetAsync("77410", RewardDetail.Secrets),
            ["look-up"] = async account => await account.Status.FindAsync("fjord-000417"),
            ["balances"] = async account => string.Join(' ', await account.Balances.ListAsync()),
        };

    public static TheoryData<string> Roles => [.. Neutral.Keys];

    private static string Documented(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/api/products" => Example.Read("products-list"),
            "/api/orders" => Example.Read("orders-list"),
            "/api/balances" => Example.Read("balances-list"),
            _ => Example.Read("order-get"),
        };
}
