using GiftCardSdk;

namespace QuickStart;

/// <summary>One account from the catalog to the claimed card.</summary>
internal sealed class Walkthrough(IGiftCardAccount account, IProviderSample sample)
{
    private readonly string _run = OrderReference.New().Value;
    private OrderLine _line = null!;

    public async Task RunAsync()
    {
        Show.Heading($"{sample.Title} at {sample.Address}");
        await ShowCatalogAsync();
        var before = await account.Balances.ListAsync();

        await BuyALinkAsync();
        if (account.Capabilities.ShapeFor(Delivery.Email) is not null)
        {
            await BuyAnEmailAsync();
        }

        await PlaceTheSameTwiceAsync();
        if (sample.Twin is { } twin)
        {
            await SurviveARateLimitAsync(twin);
            await SurviveALostAnswerAsync(twin);
        }

        await sample.ShowOwnAsync(account, _run);
        await MakeAMistakeAsync();
        Show.Balances(before, await account.Balances.ListAsync());
    }

    private async Task ShowCatalogAsync()
    {
        var products = new List<Product>();
        await foreach (var product in account.Catalog.ListAsync(sample.Query))
        {
            products.Add(product);
            if (products.Count == 8)
            {
                break;
            }
        }

        Show.Catalog("Catalog: the first eight cards for USD", products);
        var chosen = products.First(product => product.Offers is [var offer, ..] && (!NeedsCountry || offer.Countries.Codes.Count > 0));
        _line = new OrderLine
        {
            ProductId = chosen.Id,
            FaceValue = SmallestFaceValue(chosen.Offers[0]),
            Country = NeedsCountry ? sample.Query.Country ?? chosen.Offers[0].Countries.Codes[0] : null,
        };
    }

    private async Task BuyALinkAsync()
    {
        var order = await account.PlaceAndWaitAsync(Link("link"), TimeSpan.FromSeconds(30));
        Show.Order("A returned reward: its link or code comes back to us", order);
        Show.Revealed(order.Rewards[0]);
        await FollowToTheEndAsync(order);
    }

    private async Task BuyAnEmailAsync()
    {
        var request = Link("email") with
        {
            Lines =
            [
                _line with
                {
                    Recipient = new Recipient { Name = "Mira Oduya", Email = "mira.oduya@mail.example" },
                },
            ],
            Delivery = Delivery.Email,
            // Not every provider has a place for a subject or a sender; the shape says so beforehand.
            Message = new OrderMessage
            {
                Subject = WhereAllowed(OrderField.Subject, "A thank-you from us"),
                SenderName = WhereAllowed(OrderField.SenderName, "The panel team"),
                Body = "Enjoy it.",
            },
        };
        var order = await account.PlaceAndWaitAsync(request, TimeSpan.FromSeconds(30));
        Show.Order("An e-mailed reward: the provider writes to the recipient", order);
        await FollowToTheEndAsync(order);
    }

    /// <summary>
    /// Delivered, then claimed, where the provider tells. At a real test environment nobody claims, so there it is left to the reader.
    /// </summary>
    private async Task FollowToTheEndAsync(Order order)
    {
        if (sample.Twin is { } twin && account.Capabilities.Supports(GiftCardFeature.RedemptionTracking))
        {
            Show.Step(
                "delivered",
                await FollowAsync(
                    order.Id,
                    reward => reward.Delivery == DeliveryState.Delivered || reward.Delivery == DeliveryState.Returned
                )
            );
            twin.Claim(order.Rewards[0]);
            Show.Step(
                "claimed by the pretend recipient",
                await FollowAsync(order.Id, reward => reward.Redemption == RedemptionState.Redeemed)
            );
        }
    }

    private async Task PlaceTheSameTwiceAsync()
    {
        var first = await account.Orders.PlaceAsync(Link("twice"));
        var second = await account.Orders.PlaceAsync(Link("twice"));
        Show.Twice(first, second);
    }

    private async Task SurviveARateLimitAsync(TwinStrings twin)
    {
        twin.LimitNextRead();
        var balances = await account.Balances.ListAsync();
        Show.Own("The provider said 429, come back in a second", $"asked again, {balances.Count} read");
    }

    private async Task SurviveALostAnswerAsync(TwinStrings twin)
    {
        twin.LoseNextAnswer();
        var order = await account.Orders.PlaceAsync(Link("lost"));
        Show.Survived("The order was sold and its answer got lost: it is looked up before anything is sent again", order);
    }

    private async Task MakeAMistakeAsync()
    {
        try
        {
            await account.Orders.PlaceAsync(Link("mistake") with { Delivery = Delivery.Email });
        }
        catch (GiftCardException mistake)
        {
            Show.Mistake(mistake.Message);
        }
    }

    private bool NeedsCountry => account.Capabilities.ShapeFor(Delivery.Returned)?.RuleOf(OrderField.Country) == FieldRule.Required;

    private string? WhereAllowed(OrderField field, string text) =>
        account.Capabilities.ShapeFor(Delivery.Email)!.RuleOf(field) == FieldRule.Forbidden ? null : text;

    private OrderRequest Link(string name) =>
        new()
        {
            Reference = OrderReference.From(_run, name),
            Lines = [_line],
            Delivery = Delivery.Returned,
        };

    /// <summary>Looks every half second until each reward is as wanted; a real application would look every few minutes, or hours.</summary>
    private async Task<Order> FollowAsync(string orderId, Func<Reward, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15), TimeProvider.System);
        while (true)
        {
            var order = await account.Status.GetAsync(orderId, RewardDetail.State, patience.Token);
            if (order.Rewards.Count > 0 && order.Rewards.All(wanted))
            {
                return order;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, patience.Token);
        }
    }

    private static Money SmallestFaceValue(Offer offer) =>
        offer.Denominations switch
        {
            FixedDenominations { Values: [var first, ..] } => first,
            RangeDenominations range => range.Min,
            _ => Money.Of(10, offer.Currency),
        };
}
