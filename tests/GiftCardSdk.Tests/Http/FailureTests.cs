using System.Net;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>What a caller is told when a call fails.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(400, GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated, false)]
    [InlineData(401, GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated, false)]
    [InlineData(402, GiftCardErrorCode.PaymentRefused, GiftCardOutcome.NothingCreated, false)]
    [InlineData(403, GiftCardErrorCode.Forbidden, GiftCardOutcome.NothingCreated, false)]
    [InlineData(404, GiftCardErrorCode.NotFound, GiftCardOutcome.NothingCreated, false)]
    [InlineData(409, GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated, false)]
    [InlineData(418, GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NothingCreated, false)]
    [InlineData(422, GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated, false)]
    [InlineData(429, GiftCardErrorCode.RateLimited, GiftCardOutcome.NothingCreated, true)]
    [InlineData(302, GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.MayExist, false)]
    [InlineData(408, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist, true)]
    [InlineData(500, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist, true)]
    [InlineData(503, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist, true)]
    public async Task A_status_says_what_went_wrong_and_what_may_exist(
        int status,
        GiftCardErrorCode code,
        GiftCardOutcome outcome,
        bool isTransient
    )
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Status((HttpStatusCode)status)));

        var create = await account.Clock.FailAsync(account.SendAsync(Operations.Create));
        var change = await account.Clock.FailAsync(account.SendAsync(Operations.Change));

        (create.Code, create.Outcome, create.IsTransient, create.HttpStatus).ShouldBe((code, outcome, isTransient, status));
        (change.Code, change.Outcome).ShouldBe((code, GiftCardOutcome.NotAnOrder));
        create.Message.Contains("may have been bought", StringComparison.Ordinal).ShouldBe(outcome == GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task Everything_that_support_asks_for_stands_on_the_exception()
    {
        var stub = new StubTransport(_ =>
        {
            var response = StubTransport.Json(
                HttpStatusCode.UnprocessableEntity,
                """{"code":"ERROR_INVALID_BRAND","message":"No card at 900.","orderId":"A-1"}"""
            );
            response.Headers.Add("X-Request-Id", "req-77");
            return response;
        });
        await using var account = TestAccount.OnStub(stub);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Message.ShouldBe("Acme refused order.create (422 ERROR_INVALID_BRAND): No card at 900.");
        (failure.Provider, failure.Account, failure.Operation).ShouldBe(("acme", "main", "order.create"));
        (failure.ProviderCode, failure.ProviderMessage).ShouldBe(("ERROR_INVALID_BRAND", "No card at 900."));
        failure.RequestId.ShouldBe("req-77");
        failure.RedactedBody.ShouldBe("""{"code":"ERROR_INVALID_BRAND","message":"No card at 900.","orderId":"***"}""");
    }

    [Fact]
    public async Task An_adapter_may_know_better_what_went_wrong_and_what_exists()
    {
        var errors = new ScriptedErrors(
            new(GiftCardErrorCode.InvalidRecipient, "E1", "Barred.")
            {
                IsOwn = true,
                OrderId = "order-5",
                RequestId = "in-the-body",
            }
        );
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Status(HttpStatusCode.UnprocessableEntity)),
            settings => settings with { Errors = errors }
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRecipient, GiftCardOutcome.MayExist));
        (failure.OrderId, failure.RequestId).ShouldBe(("order-5", "in-the-body"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><style>p{}</style></head><body><h1>503</h1> Down for <b>maintenance</b></body></html>")]
    [InlineData("{\"code\":")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\0\u0001\uFFFF")]
    public async Task Whatever_an_error_body_holds_the_status_is_told(string body)
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Json(HttpStatusCode.BadGateway, body)));

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        (failure.HttpStatus, failure.Outcome).ShouldBe((502, GiftCardOutcome.MayExist));
        failure.Message.ShouldStartWith("Acme failed on order.create (502)");
    }

    [Fact]
    public async Task An_adapter_that_stumbles_over_a_body_does_not_hide_the_status()
    {
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Status(HttpStatusCode.Conflict)),
            settings => settings with { Errors = new ScriptedErrors(null) }
        );

        (await account.Clock.FailAsync(account.SendAsync(Operations.Create))).Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Forbidden</body></html>")]
    [InlineData("""{"message":"Forbidden"}""")]
    [InlineData("""{"code":"E_FAILED","message":"It fai""")]
    [InlineData("""{"code":"E_FAILED"}<!-- and more -->""")]
    [InlineData("""{"code":"E_FAILED","code":"E_OTHER"}""")]
    [InlineData("""{"code":"E_FAILED","status":400}""")]
    [InlineData("""{"code":"E_FAILED","status":"451"}""")]
    [InlineData("""{"existing":"order-9"}""")]
    public async Task What_is_not_the_providers_own_refuses_no_purchase_and_names_no_order(string body)
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Json((HttpStatusCode)451, body)));

        var create = await account.Clock.FailAsync(account.SendAsync(Operations.CreateWithKey));
        var read = await account.Clock.FailAsync(account.SendAsync(Operations.Read));

        (create.Outcome, create.HttpStatus, create.OrderId).ShouldBe((GiftCardOutcome.MayExist, 451, null));
        create.Message.ShouldContain("Something in between may have answered");
        create.Message.ShouldContain("may have been bought");
        read.Outcome.ShouldBe(GiftCardOutcome.NotAnOrder);
        read.Message.ShouldNotContain("in between");
    }

    [Fact]
    public async Task A_status_that_the_provider_does_not_document_as_a_refusal_is_none_in_its_own_words_either()
    {
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Status(HttpStatusCode.UnprocessableEntity)),
            settings => settings with { Errors = new ScriptedErrors(new(null, "E1", "Barred.") { IsOwn = true }) }
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.Message.ShouldBe(
            "Acme gave no certain answer to order.create (422 E1): Barred. Something may have been bought anyway: place the same reference again or look for it, never under a new reference."
        );
    }

    [Fact]
    public async Task An_error_body_that_calls_itself_something_else_is_not_the_providers_own()
    {
        var response = () =>
        {
            var page = StubTransport.Status(HttpStatusCode.BadRequest);
            page.Content.Headers.ContentType = new("text/html");
            return page;
        };
        await using var account = TestAccount.OnStub(new(_ => response()));

        (await account.Clock.FailAsync(account.SendAsync(Operations.Create))).Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task An_error_body_that_is_too_long_to_be_read_refuses_nothing()
    {
        var body = $$"""{"code":"E_FAILED"}{{new string(' ', 70_000)}}""";
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Json(HttpStatusCode.BadRequest, body)));

        (await account.Clock.FailAsync(account.SendAsync(Operations.Create))).Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task An_error_body_that_breaks_off_refuses_nothing()
    {
        await using var server = RawServer.Start(
            static async (socket, _) =>
            {
                await socket.SendAsync("HTTP/1.1 422 No\r\nContent-Length: 500\r\n\r\n{\"code\":"u8.ToArray());
                RawServer.Reset(socket);
            }
        );
        await using var account = TestAccount.On(server.Address);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        (failure.HttpStatus, failure.Outcome).ShouldBe((422, GiftCardOutcome.MayExist));
    }

    [Fact]
    public async Task A_refused_login_says_which_account_and_what_to_look_at()
    {
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Json(HttpStatusCode.Unauthorized, "")),
            settings => settings with { Errors = new ScriptedErrors(new()) }
        );

        (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).Message.ShouldBe(
            "Acme refused thing.get (401): the credentials of the account 'main' are missing, wrong or expired."
        );
    }

    [Fact]
    public async Task A_transport_that_throws_anything_ends_in_our_exception_without_its_words()
    {
        await using var account = TestAccount.OnStub(
            new((_, _, _) => throw new InvalidOperationException("https://api.acme.example/links/canary"))
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_name_that_cannot_be_resolved_is_told_with_its_reason()
    {
        await using var account = TestAccount.OnStub(
            new((_, _, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known"))
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Change));

        failure.Message.ShouldBe("Acme (api.acme.example) gave no answer to thing.change: NameResolutionError: Name or service not known.");
        failure.InnerException.ShouldBeNull();
    }

    private sealed class ScriptedErrors(ProviderFault? fault) : ProviderErrors
    {
        public override ProviderFault Read(ProviderFailure failure) => fault ?? throw new InvalidOperationException("A mistake.");
    }
}
