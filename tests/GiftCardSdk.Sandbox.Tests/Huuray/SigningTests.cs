namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class SigningTests
{
    private const string Nonce = "pQ3v-Lm8Tt0cWx2bNf6HsA";

    // The page's own vector, secret sk_demo_Zr4Kq9.
    private const string Hash =
        "ff920887fcbf521441196270f5eea961498c390874e109d36193b52ae949038c79609f499128328d86ca83af012617142906a5129bad7623c72e2f40650a06b5";

    [Fact]
    public async Task The_documented_vector_is_let_in_and_written_otherwise_it_is_not()
    {
        await using var caller = await StartAsync();

        (await StatusAsync(caller, Nonce, Hash.ToUpperInvariant())).ShouldBe(401);
        (await StatusAsync(caller, Nonce, Convert.ToBase64String(Convert.FromHexString(Hash)))).ShouldBe(401);
        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(200);
    }

    [Fact]
    public async Task A_nonce_is_good_once_in_sixty_days()
    {
        await using var caller = await StartAsync();

        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(200);
        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(401);
        caller.Clock.Advance(TimeSpan.FromDays(60) - TimeSpan.FromSeconds(1));
        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(401);
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(200);
    }

    [Theory]
    [InlineData(50, 200)]
    [InlineData(51, 401)]
    public async Task A_nonce_has_at_most_fifty_characters(int length, int status)
    {
        await using var caller = await StartAsync();

        var answer = await SendAsync(caller, HuurayCaller.Sign("tok_demo_51", "sk_demo_Zr4Kq9", new string('n', length)));

        answer.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("X-API-TOKEN")]
    [InlineData("X-API-NONCE")]
    [InlineData("X-API-HASH")]
    public async Task Each_of_the_three_headers_is_needed(string missing)
    {
        await using var caller = await StartAsync();

        var answer = await SendAsync(caller, [.. Good().Where(header => header.Item1 != missing)]);

        answer.Code().ShouldBe(401);
        (await SendAsync(caller, [])).Json.ShouldHaveTheShapeOf(answer.Text, isWhole: true);
    }

    [Fact]
    public async Task A_call_signed_badly_does_not_use_up_the_nonce()
    {
        await using var caller = await StartAsync();

        (await StatusAsync(caller, Nonce, new string('0', 128))).ShouldBe(401);
        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(200);
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit)]
    [InlineData(FaultKind.RateLimited)]
    public async Task A_call_that_went_wrong_has_used_its_nonce_all_the_same(FaultKind kind)
    {
        await using var caller = await StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = kind, Times = 1 });

        await StatusAsync(caller, Nonce, Hash);

        (await StatusAsync(caller, Nonce, Hash)).ShouldBe(401);
    }

    [Fact]
    public async Task A_nonce_sent_by_many_at_once_lets_one_in()
    {
        await using var caller = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => StatusAsync(caller, Nonce, Hash)));

        answers.Count(status => status == 200).ShouldBe(1);
    }

    [Fact]
    public async Task Several_keys_live_side_by_side_until_one_is_taken_away()
    {
        await using var caller = await HuurayCaller.StartAsync();
        HuurayCredential old = new("old", "old-secret");
        HuurayCredential next = new("next", "next-secret");
        caller.Twin.SetApiCredentials(old, next);

        (await SendAsync(caller, HuurayCaller.Sign("old", "old-secret", "1"))).Code().ShouldBe(200);
        (await SendAsync(caller, HuurayCaller.Sign("next", "next-secret", "2"))).Code().ShouldBe(200);
        (await SendAsync(caller, HuurayCaller.Sign("next", "old-secret", "3"))).Code().ShouldBe(401);
        caller.Twin.SetApiCredentials(next);
        (await SendAsync(caller, HuurayCaller.Sign("old", "old-secret", "4"))).Code().ShouldBe(401);

        caller.Twin.ApiToken.ShouldBe("next");
        next.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task What_is_not_documented_is_not_found_and_only_for_those_who_are_let_in()
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.GetAsync("Orders")).Code().ShouldBe(404);
        (await SendAsync(caller, [], "v4/Orders")).Code().ShouldBe(401);
        caller.Twin.Requests.Count("unknown").ShouldBe(2);
    }

    private static Task<HuurayCaller> StartAsync() =>
        HuurayCaller.StartAsync(options =>
        {
            options.ApiCredentials.Clear();
            options.ApiCredentials.Add(new HuurayCredential("tok_demo_51", "sk_demo_Zr4Kq9"));
        });

    private static IReadOnlyList<(string, string)> Good() => HuurayCaller.Sign("tok_demo_51", "sk_demo_Zr4Kq9", Nonce);

    private static async Task<int> StatusAsync(HuurayCaller caller, string nonce, string hash) =>
        (await SendAsync(caller, [("X-API-TOKEN", "tok_demo_51"), ("X-API-NONCE", nonce), ("X-API-HASH", hash)])).Code();

    private static Task<Answer> SendAsync(HuurayCaller caller, IReadOnlyList<(string, string)> headers, string path = "v4/Balance") =>
        caller.SendAsync(HttpMethod.Get, path, new ByteArrayContent([]), headers);
}
