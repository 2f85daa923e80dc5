using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace Northlake;

/// <summary>Translates between the neutral model and Northlake's API, for one account.</summary>
internal sealed class NorthlakeAdapter : GiftCardAdapter
{
    public const string ProviderName = "northlake";

    private readonly INorthlakeApi _api;
    private readonly string _account;

    public NorthlakeAdapter(AdapterContext context, Func<NorthlakeOptions> options)
    {
        _account = context.AccountName;
        var http = context.CreateHttpClient(
            new ProviderHttpSettings
            {
                BaseAddress = options().BaseAddress,
                Credentials = ApiKeyCredentials.Bearer(() => [options().ApiToken ?? ""]),
                Errors = new NorthlakeErrors(),
                RateLimit = 20,
            }
        );
        _api = http.CreateApi<INorthlakeApi>(NorthlakeJson.Default.Options);
    }

    public override string Provider => ProviderName;

    public override Capabilities Capabilities => All;

    public override async IAsyncEnumerable<Product> ListProductsAsync(
        CatalogQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (int? page = 1; page is { } number; )
        {
            var cards = await _api.ListCardsAsync(number, cancellationToken);
            foreach (var card in cards.Cards.OfType<NorthlakeCard>())
            {
                yield return ProductOf(card);
            }

            page = cards.Next;
        }
    }

    public override async Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        await ListProductsAsync(CatalogQuery.All, cancellationToken)
            .FirstOrDefaultAsync(product => product.Id == productId, cancellationToken)
        ?? throw new GiftCardException(
            $"Northlake has no card '{productId}'.",
            GiftCardErrorCode.ProductUnavailable,
            GiftCardOutcome.NotAnOrder
        )
        {
            Provider = ProviderName,
            Account = _account,
        };

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        var line = submission.Request.Lines[0];
        var order = await _api.CreateOrderAsync(
            new NorthlakeNewOrder(
                submission.ProviderKey,
                line.ProductId,
                line.FaceValue.ToMinorUnits(),
                line.FaceValue.Currency,
                line.Quantity,
                line.Recipient?.Email,
                submission.Request.Message?.Body,
                submission.Request.Message?.SenderName
            ),
            cancellationToken
        );
        return OrderOf(order, RewardDetail.Secrets) with { Delivery = submission.Request.Delivery };
    }

    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        OrderOf(await _api.GetOrderAsync(orderId, cancellationToken), detail);

    /// <summary>
    /// Northlake finds an order by its key and answers with an empty list if there is none: that alone is "not found". An order that is another
    /// than the one that was asked for is not "found".
    /// </summary>
    public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var found = await _api.FindOrderAsync(query.ProviderKey, cancellationToken);
        return found.Orders switch
        {
            [] => new OrderLookup.NotFound(),
            [var other] when query.Request is { } request && !IsOf(request, other) => new OrderLookup.Inconclusive(
                "the key stands for an order with another content"
            ),
            [var only] when only.Key == query.ProviderKey => new OrderLookup.Found(OrderOf(only, query.Detail)),
            _ => new OrderLookup.Inconclusive("orders of another key were answered"),
        };
    }

    /// <summary>Northlake's list shows no times, so that any order may be of the period. It ends with an empty page.</summary>
    public override async IAsyncEnumerable<Order> ListOrdersAsync(
        TimePeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var page = 1; await _api.ListOrdersAsync(page, cancellationToken) is { Orders: [_, ..] orders }; page++)
        {
            foreach (var order in orders)
            {
                yield return OrderOf(order, RewardDetail.None);
            }
        }
    }

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        [
            .. (await _api.ListBalancesAsync(cancellationToken))
                .OfType<NorthlakeBalance>()
                .Select(balance => new Balance { Available = Money.FromMinorUnits(balance.Amount, balance.Currency) }),
        ];

    private static bool IsOf(OrderRequest request, NorthlakeOrder order) =>
        request.Lines[0] is var line
        && (order.Sku, order.Quantity) == (line.ProductId, line.Quantity)
        && Money.FromMinorUnits(order.Amount, order.Currency) == line.FaceValue;

    private Order OrderOf(NorthlakeOrder order, RewardDetail detail)
    {
        var line = new OrderLine
        {
            ProductId = order.Sku,
            FaceValue = Money.FromMinorUnits(order.Amount, order.Currency),
            Quantity = order.Quantity,
        };
        return new Order
        {
            Id = order.Id,
            ProviderKey = order.Key,
            Provider = ProviderName,
            Account = _account,
            Status = order.State switch
            {
                "making" => OrderStatus.Pending,
                "done" => OrderStatus.Completed,
                { Length: > 0 } unknown => new OrderStatus(unknown),
                _ => default,
            },
            RawStatus = order.State,
            Lines = [line],
            Rewards = detail == RewardDetail.None ? [] : [.. RewardsOf(order, line, detail)],
        };
    }

    private static IEnumerable<Reward> RewardsOf(NorthlakeOrder order, OrderLine line, RewardDetail detail) =>
        order.State != "done"
            ? []
            : Enumerable
                .Range(0, order.Quantity)
                .Select(index => new Reward
                {
                    Id = $"{order.Id}-{index}",
                    Line = 0,
                    ProductId = line.ProductId,
                    FaceValue = line.FaceValue,
                    Delivery = order.Codes is null ? DeliveryState.Delivered : DeliveryState.Returned,
                    Redemption = RedemptionState.Redeemable,
                    Code = detail == RewardDetail.Secrets ? Secret.OrNull(order.Codes?[index]) : null,
                    Pin = detail == RewardDetail.Secrets ? Secret.OrNull(order.Pins?[index]) : null,
                });

    private static Product ProductOf(NorthlakeCard card) =>
        new()
        {
            Provider = ProviderName,
            Id = card.Sku,
            Brand = card.Brand,
            Offers =
            [
                new Offer
                {
                    Currency = card.Currency,
                    Countries = CountrySet.Of(card.Countries),
                    Denominations = new RangeDenominations(
                        Money.FromMinorUnits(card.Min, card.Currency),
                        Money.FromMinorUnits(card.Max, card.Currency)
                    ),
                },
            ],
        };

    /// <summary>Northlake promises that a key never buys twice, answers a repeat with the first order, and finds it by its key.</summary>
    private static readonly IdempotencyProfile Idempotency = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Answer = RepeatAnswer.Original,
        Lookup = LookupAuthority.Authoritative,
        QuietTime = TimeSpan.FromMinutes(5),
    };

    private static readonly Capabilities All = new()
    {
        Features = new HashSet<GiftCardFeature>
        {
            GiftCardFeature.Catalog,
            GiftCardFeature.Balances,
            GiftCardFeature.Status,
            GiftCardFeature.FindByReference,
            GiftCardFeature.ListOrders,
        },
        Shapes =
        [
            new OrderShape
            {
                Delivery = Delivery.Returned,
                Idempotency = Idempotency,
                MaxQuantityPerLine = 10,
            },
            new OrderShape
            {
                Delivery = Delivery.Email,
                Idempotency = Idempotency,
                Recipients = RecipientRule.OnePerLine,
                Fields = new Dictionary<OrderField, FieldRule>
                {
                    [OrderField.RecipientEmail] = FieldRule.Required,
                    [OrderField.Body] = FieldRule.Optional,
                    [OrderField.SenderName] = FieldRule.Optional,
                },
            },
        ],
    };
}
