using System.Globalization;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>Arguments go out as providers read them, in whatever culture a thread runs.</summary>
public sealed class ApiArgumentTests
{
    private static readonly DateTime Noon = new(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_path_takes_days_and_truth_values() =>
        (await SentAsync(api => api.GetAsync(new(2026, 11, 30), true))).ShouldStartWith("GET /v1/things/2026-11-30/true HTTP/1.1\r\n");

    [Fact]
    public async Task A_query_knows_no_culture() =>
        (await SentAsync(api => api.ListAsync(1.5m, Noon, -5, ["a", "b,c"]))).ShouldStartWith(
            "GET /v1/things?price=1.5&at=2026-11-30T12%3A00%3A00.0000000Z&offset=-5&words=a&words=b%2Cc HTTP/1.1\r\n"
        );

    [Fact]
    public async Task A_list_among_the_members_of_a_query_is_written_out() =>
        (await SentAsync(api => api.SearchAsync(new() { Words = ["a", "b"] }))).ShouldStartWith("GET /v1/things?words=a%2Cb HTTP/1.1\r\n");

    [Fact]
    public async Task A_header_knows_no_culture_and_carries_a_secret_in_clear()
    {
        var request = await SentAsync(api => api.ReadAsync(1.5m, true, new("proof-7c1")));

        request.ShouldContain("X-Price: 1.5\r\n");
        request.ShouldContain("X-Open: true\r\n");
        request.ShouldContain("X-Proof: proof-7c1\r\n");
    }

    [Fact]
    public async Task A_body_that_is_left_out_is_not_sent_as_null()
    {
        var request = await SentAsync(api => api.PostAsync());

        request.ShouldContain("Content-Length: 0\r\n");
        request.ShouldEndWith("\r\n\r\n");
    }

    private static async Task<string> SentAsync(Func<IOddApi, Task> call)
    {
        CultureInfo.CurrentCulture = Swedish();
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);
        await call(account.Client.CreateApi<IOddApi>(ThingJson.Default.Options));
        return server.Requests.ShouldHaveSingleItem();
    }

    /// <summary>A comma in numbers, and a minus sign that is not ASCII; made here, since the tests run without the machine's cultures.</summary>
    private static CultureInfo Swedish()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "\u2212";
        return culture;
    }
}
