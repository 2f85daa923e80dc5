using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Conformance.Tests.Broken;

/// <summary>Asks the provider for less than was asked of it.</summary>
internal sealed class FiltersTooMuch(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new FiltersTooMuch(sound);

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        query.Currency is null ? base.ListProductsAsync(query, cancellationToken) : AsyncEnumerable.Empty<Product>();
}

/// <summary>Takes the wire's units for hundredths of what they are.</summary>
internal sealed class MisreadsUnits(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new MisreadsUnits(sound);

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        base.ListProductsAsync(query, cancellationToken)
            .Select(product =>
                product with
                {
                    Offers =
                    [
                        .. product.Offers.Select(offer => offer with { Denominations = Smaller((RangeDenominations)offer.Denominations) }),
                    ],
                }
            );

    private static RangeDenominations Smaller(RangeDenominations range) => new(range.Min * 0.0001m, range.Max);
}

/// <summary>Reads the first page and forgets the rest.</summary>
internal sealed class ReadsOnePage(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ReadsOnePage(sound);

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        base.ListProductsAsync(query, cancellationToken).Take(2);
}

/// <summary>Takes a page that cannot be read for the end of the list.</summary>
internal sealed class EndsOnError(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new EndsOnError(sound);

    public override async IAsyncEnumerable<Product> ListProductsAsync(
        CatalogQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var products = base.ListProductsAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(products))
        {
            yield return products.Current;
        }
    }

    private static async Task<bool> MoveAsync(IAsyncEnumerator<Product> products)
    {
        try
        {
            return await products.MoveNextAsync();
        }
        catch (GiftCardException)
        {
            return false;
        }
    }
}

/// <summary>Sends whole units.</summary>
internal sealed class RoundsMoney(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new RoundsMoney(sound);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        base.SubmitOrderAsync(submission with { Request = Rounded(submission.Request) }, cancellationToken);

    private static OrderRequest Rounded(OrderRequest request) =>
        request with
        {
            Lines =
            [
                .. request.Lines.Select(line =>
                    line with
                    {
                        FaceValue = Money.Of(decimal.Round(line.FaceValue.Amount), line.FaceValue.Currency),
                    }
                ),
            ],
        };
}

/// <summary>Buys one card, however many were asked for.</summary>
internal sealed class BuysOneCard(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new BuysOneCard(sound);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        base.SubmitOrderAsync(
            submission with
            {
                Request = submission.Request with { Lines = [submission.Request.Lines[0] with { Quantity = 1 }] },
            },
            cancellationToken
        );
}

/// <summary>Has a shape for more lines than one call can carry, and drops the others.</summary>
internal sealed class PromisesTooMuch(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new PromisesTooMuch(sound);

    public override Capabilities Capabilities =>
        base.Capabilities with
        {
            Shapes = [.. base.Capabilities.Shapes.Select(shape => shape with { MaxLines = null })],
        };
}

/// <summary>Gives each attempt a key of its own.</summary>
internal sealed class MakesUpKeys(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new MakesUpKeys(sound);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        base.SubmitOrderAsync(submission with { ProviderKey = $"{submission.ProviderKey}-{submission.Attempt}" }, cancellationToken);
}

/// <summary>Sends every order a second time, under a key that nobody looks for.</summary>
internal sealed class SubmitsTwice(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new SubmitsTwice(sound);

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        await base.SubmitOrderAsync(submission with { ProviderKey = submission.ProviderKey + "-copy" }, cancellationToken);
        return await base.SubmitOrderAsync(submission, cancellationToken);
    }
}

/// <summary>Buys anew with each send, and finds nothing again.</summary>
internal abstract class BuysAnewEachTime : IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new FindsNothing(new MakesUpKeys(sound));
}

/// <summary>Finds no order by its key, not even those that were sold.</summary>
internal sealed class FindsNothing(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new FindsNothing(sound);

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<OrderLookup>(new OrderLookup.NotFound());
}

/// <summary>Says of every order that it does not find that it may be there anyway, and calls its look-up authoritative.</summary>
internal sealed class IsNeverSure(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new IsNeverSure(sound);

    public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        await base.FindOrderAsync(query, cancellationToken) is OrderLookup.Found found ? found : new OrderLookup.Inconclusive("who knows");
}

/// <summary>Calls every failure a refusal.</summary>
internal sealed class CallsALossARefusal(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new CallsALossARefusal(sound);

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SubmitOrderAsync(submission, cancellationToken);
        }
        catch (GiftCardException failure)
        {
            throw new GiftCardException(failure.Message, failure.Code, GiftCardOutcome.NothingCreated);
        }
    }
}

/// <summary>Sends an order once more when its answer is lost.</summary>
internal sealed class RepeatsCreates(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new RepeatsCreates(sound);

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SubmitOrderAsync(submission, cancellationToken);
        }
        catch (GiftCardException)
        {
            return await base.SubmitOrderAsync(submission, cancellationToken);
        }
    }
}

/// <summary>Calls an order "not found" when the provider could not be asked.</summary>
internal sealed class TakesErrorsForMisses(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new TakesErrorsForMisses(sound);

    public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await base.FindOrderAsync(query, cancellationToken);
        }
        catch (GiftCardException)
        {
            return new OrderLookup.NotFound();
        }
    }
}

/// <summary>Calls an order complete as soon as it is accepted.</summary>
internal sealed class CompletesEarly(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new CompletesEarly(sound);

    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        await base.GetOrderAsync(orderId, detail, cancellationToken) with
        {
            Status = OrderStatus.Completed,
        };
}

/// <summary>Reads codes whether they are wanted or not.</summary>
internal sealed class ReadsCodesAlways(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ReadsCodesAlways(sound);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        base.GetOrderAsync(orderId, RewardDetail.Secrets, cancellationToken);
}

/// <summary>Shows what can be spent in whole units.</summary>
internal sealed class RoundsBalances(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new RoundsBalances(sound);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        [
            .. (await base.ListBalancesAsync(cancellationToken)).Select(balance =>
                balance with
                {
                    Available = Money.Of(decimal.Floor(balance.Available.Amount), balance.Currency),
                }
            ),
        ];
}

/// <summary>Lets exceptions of its own through.</summary>
internal sealed class ThrowsItsOwn(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ThrowsItsOwn(sound);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await base.ListBalancesAsync(cancellationToken);
        }
        catch (GiftCardException failure)
        {
            throw new InvalidOperationException("Northlake failed.", failure);
        }
    }
}

/// <summary>Waits for its calls whatever its caller wants.</summary>
internal sealed class IgnoresCancellation(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new IgnoresCancellation(sound);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        base.GetOrderAsync(orderId, detail, CancellationToken.None);
}

/// <summary>Calls a caller's cancellation a failure of the provider.</summary>
internal sealed class RenamesCancellation(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new RenamesCancellation(sound);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await base.ListBalancesAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new GiftCardException("Timed out.", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder);
        }
    }
}

/// <summary>Drops the wait that the provider asked for.</summary>
internal sealed class ForgetsTheWait(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ForgetsTheWait(sound);

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SubmitOrderAsync(submission, cancellationToken);
        }
        catch (GiftCardException limited) when (limited.Code == GiftCardErrorCode.RateLimited)
        {
            throw new GiftCardException(limited.Message, limited.Code, limited.Outcome) { IsTransient = true };
        }
    }
}

/// <summary>Takes the code of a card for its id, which everybody can read.</summary>
internal sealed class PrintsACode(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new PrintsACode(sound);

    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var order = await base.GetOrderAsync(orderId, detail, cancellationToken);
        return order with { Rewards = [.. order.Rewards.Select(card => card with { Id = card.Code?.Reveal() })] };
    }
}

/// <summary>Takes every word that it does not know for a failure.</summary>
internal sealed class KnowsEveryWord(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new KnowsEveryWord(sound);

    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var order = await base.GetOrderAsync(orderId, detail, cancellationToken);
        return order.RawStatus is "making" or "done" ? order : order with { Status = OrderStatus.Failed };
    }
}

/// <summary>Has a provider's name as people write it, not as programs compare it.</summary>
internal sealed class HasAProperName(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new HasAProperName(sound);

    public override string Provider => "North Lake";
}

/// <summary>Lists the first page of orders and forgets the rest.</summary>
internal sealed class ListsOnePage(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ListsOnePage(sound);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        base.ListOrdersAsync(period, cancellationToken).Take(2);
}

/// <summary>Takes a list of orders that breaks off for one that has ended.</summary>
internal sealed class EndsAListOnError(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new EndsAListOnError(sound);

    public override async IAsyncEnumerable<Order> ListOrdersAsync(
        TimePeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var orders = base.ListOrdersAsync(period, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(orders))
        {
            yield return orders.Current;
        }
    }

    private static async Task<bool> MoveAsync(IAsyncEnumerator<Order> orders)
    {
        try
        {
            return await orders.MoveNextAsync();
        }
        catch (GiftCardException)
        {
            return false;
        }
    }
}

/// <summary>Lists an order under another's key.</summary>
internal sealed class ListsAnotherKey(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ListsAnotherKey(sound);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        base.ListOrdersAsync(period, cancellationToken).Select(order => order with { ProviderKey = "another" });
}

/// <summary>Lists every order with a time, whatever the period.</summary>
internal sealed class IgnoresThePeriod(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new IgnoresThePeriod(sound);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        base.ListOrdersAsync(period, cancellationToken)
            .Select(order => order with { CreatedAt = period.To.AddDays(1), IsCreatedAtExact = true });
}
