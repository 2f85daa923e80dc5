namespace GiftCardSdk.Huuray.Tests;

/// <summary>Every documented answer, garbled a thousand times: each is read, or refused in the SDK's own words, and nothing else happens.</summary>
public sealed class FuzzTests
{
    private static readonly GarbledAnswers<IHuurayApi> Garbled = new(
        WireCalls.All,
        (address, register) => Accounts.At(address, Accounts.Token, Accounts.Secret, new ConformanceClock(), register: register)
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
            ["order"] = async account => await account.Status.GetAsync(WireCalls.SyncOrder, RewardDetail.Secrets),
            ["look-up"] = async account => await account.Status.FindAsync("survey-wave3-00417"),
            ["resend"] = async account => string.Join(' ', await account.Orders.ResendAsync(WireCalls.SyncOrder)),
            ["cancel"] = async account => string.Join(' ', await account.Orders.CancelAsync(WireCalls.SyncOrder)),
            ["balances"] = async account => string.Join(' ', await account.Balances.ListAsync()),
        };

    public static TheoryData<string> Roles => [.. Neutral.Keys];

    private static string Documented(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/v4/Catalogue" => Example.Read("catalogue-list"),
            "/v4/Balance" => Example.Read("balance-get"),
            "/v4/Resend" => Example.Read("order-resend"),
            "/v4/Cancel" => Example.Read("order-cancel-partial"),
            "/v4/Pdf" => Example.Read("pdf-get"),
            _ => Example.Read("order-create-sync"),
        };
}
