using System.Text;
using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>What an interface makes of answers.</summary>
public sealed class ApiAnswerTests
{
    private const string Tea = """{"Name":"tea","Count":3}""";

    [Fact]
    public async Task An_answer_is_what_the_method_returns() =>
        (await CallAsync(api => api.GetAsync("1"), RawServer.Answer("200 OK", Tea))).ShouldBe(new Thing("tea", 3));

    [Theory]
    [InlineData("204 No Content", "")]
    [InlineData("200 OK", "")]
    [InlineData("200 OK", "null")]
    public async Task No_answer_never_becomes_null(string status, string body)
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            CallAsync(api => api.CreateAsync(new("tea")), RawServer.Answer(status, body))
        );

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.Operation.ShouldBe("order.create");
    }

    [Theory]
    [InlineData("204 No Content", "")]
    [InlineData("200 OK", "done")]
    public async Task A_method_without_a_result_asks_for_none(string status, string body) =>
        await Should.NotThrowAsync(() => CallAsync<object?>(TouchAsync, RawServer.Answer(status, body)));

    [Fact]
    public async Task A_document_comes_as_its_bytes()
    {
        var file = await CallAsync(api => api.GetFileAsync(7), RawServer.Answer("200 OK", "%PDF-1.4", "X-Any: 1"));

        Encoding.ASCII.GetString(file.Bytes.Span).ShouldBe("%PDF-1.4");
    }

    [Fact]
    public async Task A_default_method_is_its_calls_one_after_the_other()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", Tea));
        await using var account = TestAccount.On(server.Address);

        await account.Client.CreateApi<IShopApi>(ThingJson.Default.Options).TouchAndGetAsync("9");

        server
            .Requests.Select(request => request.Split('\r')[0])
            .ShouldBe(["PUT /v1/things/9/state HTTP/1.1", "GET /v1/things/9 HTTP/1.1"]);
    }

    [Fact]
    public async Task Rules_make_the_result_of_body_and_headers() =>
        (await CallAsync(api => api.GetNamesAsync(), RawServer.Answer("200 OK", Tea, "X-Page: 7"), new ShopRules())).ShouldBe(["tea", "7"]);

    [Fact]
    public async Task Rules_make_the_result_of_a_status() =>
        (await CallAsync(api => api.GetNamesAsync(), RawServer.Answer("202 Accepted", Tea), new ShopRules())).ShouldBeNull();

    [Fact]
    public async Task Rules_hear_of_a_failure_and_go_another_way_from_the_next_call_on()
    {
        await using var server = RawServer.Start(arrival =>
            arrival == 1 ? RawServer.Answer("404 Not Found", """{"code":"E_PATH"}""") : RawServer.Answer("200 OK", Tea)
        );
        await using var account = TestAccount.On(server.Address);
        var api = account.Client.CreateApi<IShopApi>(ThingJson.Default.Options, new ShopRules());

        (await Should.ThrowAsync<GiftCardException>(() => api.GetNamesAsync())).HttpStatus.ShouldBe(404);
        await api.GetNamesAsync();

        server.Requests.Last().ShouldStartWith("GET /v1/nouns?");
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    public async Task Rules_have_a_read_that_failed_sent_once_more_and_no_more(int refusals, int end)
    {
        await using var server = RawServer.Start(arrival =>
            arrival <= refusals ? RawServer.Answer("400 Bad Request", """{"code":"E_OLD"}""") : RawServer.Answer("200 OK", Tea)
        );
        await using var account = TestAccount.On(server.Address);
        var api = account.Client.CreateApi<IShopApi>(ThingJson.Default.Options, new ShopRules { SecondForm = "secret=2" });

        var status = 200;
        try
        {
            (await api.GetAsync("1")).Name.ShouldBe("tea");
        }
        catch (GiftCardException refusal)
        {
            status = refusal.HttpStatus ?? 0;
        }

        status.ShouldBe(end);
        server.Requests.Select(request => request.Split("\r\n\r\n")[1]).ShouldBe(["", "secret=2"]);
    }

    [Fact]
    public async Task What_buys_is_never_sent_again_by_rules()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("400 Bad Request", """{"code":"E_OLD"}"""));
        await using var account = TestAccount.On(server.Address);
        var api = account.Client.CreateApi<IShopApi>(ThingJson.Default.Options, new ShopRules { SecondForm = "secret=2" });

        await Should.ThrowAsync<GiftCardException>(() => api.CreateAsync(new("tea")));

        server.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_is_told_by_the_callers_own_token()
    {
        await using var server = RawServer.Start((_, _) => Task.CompletedTask);
        await using var account = TestAccount.On(server.Address);
        using var cancelling = new CancellationTokenSource();
        var call = account.Client.CreateApi<IShopApi>(ThingJson.Default.Options).GetAsync("1", cancelling.Token);
        await server.NextArrivalAsync();

        await cancelling.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(cancelling.Token);
    }

    private static async Task<object?> TouchAsync(IShopApi api)
    {
        await api.TouchAsync("7");
        return null;
    }

    private static async Task<T> CallAsync<T>(Func<IShopApi, Task<T>> call, string answer, ApiRules? rules = null)
    {
        await using var server = RawServer.Start(_ => answer);
        await using var account = TestAccount.On(server.Address);
        return await call(account.Client.CreateApi<IShopApi>(ThingJson.Default.Options, rules));
    }
}
