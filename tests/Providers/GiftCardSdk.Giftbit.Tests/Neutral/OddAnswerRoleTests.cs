namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Whatever Giftbit answers, the neutral roles return something or throw a <see cref="GiftCardException"/>.</summary>
public sealed class OddAnswerRoleTests
{
    private static readonly IReadOnlyDictionary<string, (string Example, Func<IGiftCardAccount, Task> Call)> Calls = new Dictionary<
        string,
        (string Example, Func<IGiftCardAccount, Task> Call)
    >(StringComparer.Ordinal)
    {
        ["catalog, brands"] = ("brands-list", account => account.Catalog.ListAsync().CountAsync().AsTask()),
        ["catalog, regions"] = ("regions-list", account => account.Catalog.ListAsync().CountAsync().AsTask()),
        ["catalog, range"] = ("brand-get", account => account.Catalog.GetAsync("northcafeus")),
        ["catalog, list"] = ("brand-get-fixed", account => account.Catalog.GetAsync("trailgearus")),
        ["balances"] = ("funds-get", account => account.Balances.ListAsync()),
        ["status, order"] = ("campaign-get", account => account.Status.GetAsync("hp-2026-000417")),
        ["status, rewards"] = ("gifts-list", account => account.Status.GetAsync("hp-2026-000417")),
        ["status, links"] = ("links-get-short", account => account.Status.GetAsync("hp-2026-000417")),
        ["find"] = ("campaign-get", account => account.Status.FindAsync("hp-2026-000417")),
        ["place, brand"] = ("brand-get", account => account.Orders.PlaceAsync(Requests.DirectLink("hp-dl-0009"))),
        ["place, e-mail"] = ("campaign-create", account => account.Orders.PlaceAsync(Requests.Email("hp-2026-000417"))),
        ["place, direct link"] = ("direct-links-create", account => account.Orders.PlaceAsync(Requests.DirectLink("hp-dl-0009"))),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string name)
    {
        var (example, call) = Calls[name];
        await using var server = WireServer.Start();
        foreach (var (what, json) in JsonMutations.OfEachPart(Example.Read(example)))
        {
            await using var accounts = Accounts.At(server);
            server.AnswerByPath = path => AnswerOf(path, example, json);
            var failure = await Record.ExceptionAsync(() => call(accounts.Account));

            (failure is null or GiftCardException).ShouldBeTrue($"{what}: {failure}");
        }
    }

    private static string? AnswerOf(string path, string changed, string json)
    {
        var name = NameOf(path, changed);
        return name == changed ? json
            : name == "campaign-get" && changed == "links-get-short"
                ? Example.Read("campaign-get", order => order["campaign"]!["delivery_type"] = "SHORTLINK")
            : Example.Read(name);
    }

    private static string NameOf(string path, string changed) =>
        path.Split('/') switch
        {
            [.., "brands"] => "brands-list",
            [.., "brands", _] => changed == "brand-get-fixed" ? changed : "brand-get",
            [.., "regions"] => "regions-list",
            [.., "funds"] => "funds-get",
            [.., "gifts"] => "gifts-list",
            [.., "links", _] => "links-get-short",
            [.., "direct_links"] => "direct-links-create",
            [.., "campaign"] => "campaign-create",
            _ => "campaign-get",
        };
}
