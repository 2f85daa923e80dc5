using System.IO.Compression;
using System.Net;
using System.Text;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>What counts as an answer, and what becomes of one that does not.</summary>
public sealed class AnswerTests
{
    public static TheoryData<string> Unreadable =>
        [
            "",
            "null",
            "<html><body>Sign in</body></html>",
            """{"Name":"te""",
            "[]",
            "\"tea\"",
            """{"Name":"tea"} trailing""",
            """{"Name":"tea" "Count":1}""",
        ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_success_that_cannot_be_read_is_an_unexpected_answer(string body)
    {
        var stub = new StubTransport(_ => StubTransport.Json(HttpStatusCode.OK, body));
        await using var account = TestAccount.OnStub(stub);

        var read = await account.Clock.FailAsync(account.SendAsync(Operations.Read));
        var create = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        (read.Code, create.Code).ShouldBe((GiftCardErrorCode.UnexpectedResponse, GiftCardErrorCode.UnexpectedResponse));
        (read.Outcome, create.Outcome).ShouldBe((GiftCardOutcome.NotAnOrder, GiftCardOutcome.MayExist));
        create.HttpStatus.ShouldBe(200);
        create.IsTransient.ShouldBeFalse();
        create.InnerException.ShouldBeNull();
        stub.Arrivals.ShouldBe(2);
    }

    [Theory]
    [InlineData("\uFEFF{\"Name\":\"tea\"}")]
    [InlineData(" \r\n{\"Name\":\"tea\",\"Unknown\":[1,{}]}\n")]
    public async Task A_byte_order_mark_blanks_and_unknown_members_do_no_harm(string body)
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Json(HttpStatusCode.OK, body)));

        (await account.SendAsync(Operations.Read)).Body.Name.ShouldBe("tea");
    }

    [Fact]
    public async Task A_large_answer_is_read_whole()
    {
        var name = new string('x', 1_000_000);
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", $$"""{"Name":"{{name}}"}"""));
        await using var account = TestAccount.On(server.Address);

        (await account.SendAsync(Operations.Read)).Body.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(100, 99, false)]
    public async Task More_bytes_than_allowed_are_an_unexpected_answer(int size, int limit, bool fits)
    {
        var body = $$"""{"Name":"{{new string('x', size - 11)}}"}""";
        body.Length.ShouldBe(size);
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Json(HttpStatusCode.OK, body)),
            settings => settings with { MaxResponseBytes = limit }
        );

        var call = account.SendAsync(Operations.Create);

        if (fits)
        {
            (await call).Status.ShouldBe(200);
            return;
        }

        var failure = await account.Clock.FailAsync(call);
        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.Message.ShouldContain("99 bytes");
    }

    [Fact]
    public async Task The_bound_counts_what_a_compressed_answer_swells_to()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[4 * 1024 * 1024], TestContext.Current.CancellationToken);
        }

        packed.Length.ShouldBeLessThan(10_000);
        await using var server = RawServer.Start(
            async (socket, _) =>
            {
                await socket.SendAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n")
                );
                await socket.SendAsync(packed.ToArray());
            }
        );
        await using var account = TestAccount.On(server.Address, settings => settings with { MaxResponseBytes = 1024 * 1024 });

        (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).Message.ShouldContain("1048576 bytes");
    }

    [Fact]
    public async Task A_compressed_answer_is_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("""{"Name":"tea"}"""u8.ToArray(), TestContext.Current.CancellationToken);
        }

        await using var server = RawServer.Start(
            async (socket, _) =>
            {
                await socket.SendAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n")
                );
                await socket.SendAsync(packed.ToArray());
            }
        );
        await using var account = TestAccount.On(server.Address);

        (await account.SendAsync(Operations.Read)).Body.Name.ShouldBe("tea");
    }

    [Fact]
    public async Task What_is_no_http_is_an_unexpected_answer()
    {
        await using var server = RawServer.Start(_ => "SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n");
        await using var account = TestAccount.On(server.Address);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task A_protocol_may_say_that_another_status_is_an_answer_to_one_operation()
    {
        var stub = new StubTransport(_ => StubTransport.Json(HttpStatusCode.NotFound, """{"Name":"none"}"""));
        await using var account = TestAccount.OnStub(stub, settings => settings with { Errors = new NotFoundIsAnAnswer() });

        var response = await account.SendAsync(Operations.ReadByPost);

        (response.Status, response.Body.Name).ShouldBe((404, "none"));
        (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).Code.ShouldBe(GiftCardErrorCode.NotFound);
    }

    [Fact]
    public async Task A_protocol_may_say_that_not_every_2xx_is_a_success()
    {
        var stub = new StubTransport(_ => StubTransport.Json(HttpStatusCode.Accepted, """{"Name":"tea"}"""));
        await using var account = TestAccount.OnStub(stub, settings => settings with { Errors = new OnlyTwoHundred() });

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task A_document_is_given_as_its_bytes()
    {
        await using var server = RawServer.Start(_ =>
            "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"card.pdf\"\r\nContent-Length: 4\r\n\r\n%PDF"
        );
        await using var account = TestAccount.On(server.Address);

        var response = await account.SendForDocumentAsync(Operations.Read, "cards/1.pdf", "application/pdf");

        Encoding.ASCII.GetString(response.Body.Bytes.Span).ShouldBe("%PDF");
        (response.Body.MediaType, response.Body.FileName).ShouldBe(("application/pdf", "card.pdf"));
        server.Requests.Single().ShouldContain("Accept: application/pdf\r\n");
        response.Body.ToString().ShouldNotContain("%PDF");
    }

    [Fact]
    public async Task An_answer_without_a_body_is_a_document_without_bytes()
    {
        await using var server = RawServer.Start(_ => "HTTP/1.1 204 No Content\r\n\r\n");
        await using var account = TestAccount.On(server.Address);

        var response = await account.SendForDocumentAsync(Operations.Change, "cards/1");

        response.Status.ShouldBe(204);
        response.Body.Bytes.IsEmpty.ShouldBeTrue();
    }

    private sealed class NotFoundIsAnAnswer : ProviderErrors
    {
        public override bool IsSuccess(ProviderOperation operation, int status) =>
            base.IsSuccess(operation, status) || (status == 404 && operation == Operations.ReadByPost);

        public override ProviderFault Read(ProviderFailure failure) => new();
    }

    private sealed class OnlyTwoHundred : ProviderErrors
    {
        public override bool IsSuccess(ProviderOperation operation, int status) => status == 200;

        public override ProviderFault Read(ProviderFailure failure) => new();
    }
}
