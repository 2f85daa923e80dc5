namespace GiftCardSdk.Tests.Http;

public sealed class ProviderHttpClientTests
{
    [Fact]
    public async Task An_answer_is_read_with_its_status_and_headers()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea","Count":3}""", "X-Page: 7"));
        await using var account = TestAccount.On(server.Address);

        var response = await account.SendAsync(Operations.Read);

        response.Body.ShouldBe(new Thing("tea", 3));
        response.Status.ShouldBe(200);
        response.Header("x-page").ShouldBe("7");
    }

    [Fact]
    public async Task A_refused_connection_is_a_failure_that_may_pass()
    {
        var gone = RawServer.Start(_ => "");
        await gone.DisposeAsync();
        await using var account = TestAccount.On(gone.Address);

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));

        failure.Code.ShouldBe(GiftCardErrorCode.ProviderUnavailable);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
    }
}
