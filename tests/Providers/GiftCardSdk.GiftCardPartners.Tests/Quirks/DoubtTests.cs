using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>No document shows an error body of the provider's, so by default a refusal may be anybody's and the order is looked up.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData(401, "")]
    [InlineData(403, """{"Message":"Forbidden"}""")]
    [InlineData(422, """{"Message":"The deposit account does not cover this order."}""")]
    [InlineData(422, """{"title":"Refused","status":422,"errors":{"route":["not allowed"]}}""")]
    [InlineData(409, """{"message":"Conflict"}""")]
    [InlineData(403, """{"errors":{"type":"access_denied"}}""")]
    [InlineData(403, """{"errors":{"type":"access_denied","note":"By policy 7."}}""")]
    [InlineData(400, """{"errors":{"Value":[],"Type":[]}}""")]
    [InlineData(400, """{"errors":{"Type":[{"code":7}]}}""")]
    public async Task A_refusal_that_may_be_anybodys_may_have_bought(int status, string body)
    {
        var failure = await FailAsync(status, body, []);

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Theory]
    [InlineData("""{"Message":"Not valid.","Errors":{"LineItems[0].Value":["17.5 is not offered."]}}""")]
    [InlineData("""{"ModelState":{"PONumber":["Too long."]}}""")]
    [InlineData("""{"title":"Not valid","status":400,"errors":{"$.LineItems[0].Quantity":["not an integer"]}}""")]
    public async Task Whoever_names_members_of_the_order_has_read_it(string body)
    {
        (await FailAsync(400, body, [])).Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
    }

    [Theory]
    [InlineData(422, """{"Message":"No funds.","ErrorCode":7}""", GiftCardOutcome.NothingCreated)]
    [InlineData(422, """{"Message":"No funds."}""", GiftCardOutcome.MayExist)]
    [InlineData(418, """{"Message":"No funds.","ErrorCode":7}""", GiftCardOutcome.MayExist)]
    public async Task An_account_that_has_seen_the_errors_can_name_what_they_have_in_common(
        int status,
        string body,
        GiftCardOutcome outcome
    )
    {
        (await FailAsync(status, body, ["Message", "ErrorCode"])).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public async Task A_token_that_ended_is_renewed_by_the_look_up_and_the_order_sent_again_under_its_number()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.ErrorMembers = []);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.Unauthorized,
                Times = 1,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task Without_funds_the_order_stays_unknown_until_it_is_believed_absent()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.ErrorMembers = []);
        stage.Twin.SetBalance("USD", 0);

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("o-1")));

        failure.InnerException.ShouldBeOfType<GiftCardException>().Outcome.ShouldBe(GiftCardOutcome.MayExist);
        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_that_is_answered_with_a_blank_id_is_looked_up_since_nobody_could_read_it_by_that()
    {
        await using var stage = await Stage.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(stage.Clock);
        services
            .AddGiftCards()
            .UsePrimaryHandler(_ => new BlankIds())
            .AddGiftCardPartners(options =>
            {
                options.BaseAddress = stage.Twin.BaseAddress;
                options.Email = stage.Twin.Email;
                options.AccessToken = stage.Twin.AccessToken;
            });
        await using var application = services.BuildServiceProvider();
        var account = application.GetRequiredService<IGiftCards>().GetAccount(GiftCardPartnersDefaults.AccountName);

        var order = await account.Orders.PlaceAsync(Requests.Links("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    /// <summary>Blanks the id in the answer to a create.</summary>
    private sealed class BlankIds() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/v1/Orders")
            {
                var answer = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
                answer["Id"] = " ";
                response.Content = new StringContent(answer.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            }

            return response;
        }
    }

    private static async Task<GiftCardException> FailAsync(int status, string body, IReadOnlyList<string> errorMembers)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.WireAssumptions.ErrorMembers = errorMembers);
        server.Answer(body, status, "application/json");
        return await Should.ThrowAsync<GiftCardException>(() => WireCalls.All["orders.create"].Call(accounts.Api));
    }
}
