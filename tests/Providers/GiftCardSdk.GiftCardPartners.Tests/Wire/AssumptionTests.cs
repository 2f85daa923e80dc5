namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>What is assumed of the wire can be corrected by settings, without a new version.</summary>
public sealed class AssumptionTests
{
    [Fact]
    public async Task A_member_that_proves_to_have_another_name_is_read_by_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            Names(("Balance.Available", "Spendable"), ("Balance.Pending", "OnItsWay"), ("Balance.CurrencyCode", "Money"))
        );
        server.Answer("""{ "spendable": 12.5, "OnItsWay": 3, "Money": "CAD", "Available": 99 }""");

        var balance = (await accounts.Account.Balances.ListAsync()).ShouldHaveSingleItem();

        (balance.Available, balance.Incoming).ShouldBe((Money.Of(12.5m, "CAD"), Money.Of(3, "CAD")));
    }

    [Fact]
    public async Task A_member_that_proves_to_have_another_name_is_written_by_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            Names(("NewOrder.DepartmentId", "Department"), ("PostalAddress.AddressLine2", "Line2"))
        );
        server.Answer(Example.Read("order-create-email"));

        await accounts.Api.CreateOrderAsync(
            Requests.Wire() with
            {
                DepartmentId = "dep-sales",
                LineItems =
                [
                    Requests.Wire().LineItems[0] with
                    {
                        PhysicalDeliveryAddress = new()
                        {
                            ShippingMethodId = "s",
                            Name = "n",
                            AddressLine1 = "a",
                            AddressLine2 = "b",
                            City = "c",
                            State = "d",
                            Zip = "e",
                            Country = "f",
                        },
                    },
                ],
            }
        );

        var body = server.Requests.ShouldHaveSingleItem().Body;
        body.ShouldContain("\"Department\":\"dep-sales\"");
        body.ShouldContain("\"Line2\":\"b\"");
        body.ShouldNotContain("DepartmentId");
        body.ShouldNotContain("AddressLine2");
    }

    [Fact]
    public async Task The_number_of_an_order_is_found_under_another_name()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            Names(("Order.PONumber", "ClientReference"), ("Order.CreatedDate", "At"), ("Order.Note", "Text"))
        );
        server.Answer("""{ "Id": "ord-1", "Status": "Completed", "ClientReference": "a", "At": "2031-05-06T09:14:22", "Text": "t" }""");

        var order = await accounts.Account.Status.GetAsync("ord-1");

        (order.ProviderKey, order.CreatedAt).ShouldBe(("a", new DateTimeOffset(2031, 5, 6, 9, 14, 22, TimeSpan.Zero)));
        (await accounts.Api.GetOrderAsync("ord-1")).Note.ShouldBe("t");
    }

    [Fact]
    public async Task Lists_of_other_members_are_read_by_their_names()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            Names(("Carrier.Id", "CarrierId"), ("Carrier.Name", "Title"), ("Health.Status", "Mood"))
        );
        server.Answer("""[ { "CarrierId": "car-1", "Title": "Kraft" } ]""");

        (await accounts.Api.ListCarriersAsync()).Data.ShouldHaveSingleItem().ShouldBe(new() { Id = "car-1", Name = "Kraft" });
        server.Answer("""{ "Mood": "fine" }""");
        (await accounts.Api.GetStatusAsync()).Status.ShouldBe("fine");
    }

    [Fact]
    public void Every_assumed_member_is_one_of_a_model()
    {
        GiftCardPartnersWireAssumptions.AssumedMembers.Count.ShouldBe(24);
        foreach (var member in GiftCardPartnersWireAssumptions.AssumedMembers)
        {
            var parts = member.Split('.');
            typeof(IGiftCardPartnersApi)
                .Assembly.GetType($"GiftCardSdk.GiftCardPartners.GiftCardPartners{parts[0]}")
                .ShouldNotBeNull(member)
                .GetProperty(parts[1])
                .ShouldNotBeNull(member);
        }
    }

    [Fact]
    public async Task The_health_probe_may_be_elsewhere()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.WireAssumptions.StatusPath = "Health/Live");
        server.Answer("well", mediaType: "text/plain");

        (await accounts.Api.GetStatusAsync()).Status.ShouldBeNull();

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/Health/Live");
    }

    [Fact]
    public async Task The_earlier_order_of_a_conflict_may_stand_elsewhere()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.WireAssumptions.DuplicateOrderIdMembers = ["Existing"]);
        server.Answer("""{ "Id": "no", "data": { "existing": "ord-7" } }""", 409);

        (await Should.ThrowAsync<GiftCardException>(() => accounts.Api.CreateOrderAsync(Requests.Wire()))).OrderId.ShouldBe("ord-7");
    }

    [Theory]
    [InlineData(true, GiftCardErrorCode.NotFound, GiftCardErrorCode.ProductUnavailable)]
    [InlineData(false, GiftCardErrorCode.InvalidRequest, GiftCardErrorCode.InvalidRequest)]
    public async Task Whether_a_400_means_an_unknown_id_can_be_set(bool means, GiftCardErrorCode order, GiftCardErrorCode product)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.WireAssumptions.BadRequestMeansUnknownId = means);
        server.Answer("{}", 400);

        (await Should.ThrowAsync<GiftCardException>(() => accounts.Api.GetOrderAsync("a"))).Code.ShouldBe(order);
        (await Should.ThrowAsync<GiftCardException>(() => accounts.Api.GetProductAsync("a"))).Code.ShouldBe(product);
    }

    private static Action<GiftCardPartnersOptions> Names(params (string Member, string Name)[] names) =>
        options => options.WireAssumptions.MemberNames = names.ToDictionary(name => name.Member, name => name.Name, StringComparer.Ordinal);
}
