using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;
using Northlake;

namespace GiftCardSdk.Conformance.Tests.Broken;

/// <summary>Changes an order on its way to the provider.</summary>
internal abstract class Rewrites(GiftCardAdapter sound) : WrappedAdapter(sound)
{
    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        base.SubmitOrderAsync(
            submission with
            {
                Request = submission.Request with { Lines = [.. submission.Request.Lines.Select(Rewrite)] },
            },
            cancellationToken
        );

    protected abstract OrderLine Rewrite(OrderLine line);
}

/// <summary>Changes cards on their way from the provider.</summary>
internal abstract class Redraws(GiftCardAdapter sound) : WrappedAdapter(sound)
{
    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var order = await base.GetOrderAsync(orderId, detail, cancellationToken);
        return detail == RewardDetail.Secrets ? order with { Rewards = Redraw(order.Rewards) } : order;
    }

    protected abstract IReadOnlyList<Reward> Redraw(IReadOnlyList<Reward> cards);
}

/// <summary>Leaves the recipient's address out.</summary>
internal sealed class SendsNoAddress(GiftCardAdapter sound) : Rewrites(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new SendsNoAddress(sound);

    protected override OrderLine Rewrite(OrderLine line) => line with { Recipient = null };
}

/// <summary>Sends every card to the first address that it ever saw.</summary>
internal sealed class SendsAllToOne(GiftCardAdapter sound) : Rewrites(sound), IMistake
{
    private Recipient? _first;

    public static GiftCardAdapter In(GiftCardAdapter sound) => new SendsAllToOne(sound);

    protected override OrderLine Rewrite(OrderLine line) =>
        line with
        {
            Recipient = line.Recipient is null ? null : _first ??= line.Recipient,
        };
}

/// <summary>Buys another product of the same value.</summary>
internal sealed class SwapsTheProduct(GiftCardAdapter sound) : Rewrites(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new SwapsTheProduct(sound);

    protected override OrderLine Rewrite(OrderLine line) => line with { ProductId = "tea-gbp" };
}

/// <summary>Buys one card of the whole value in place of several.</summary>
internal sealed class AddsUpTheCards(GiftCardAdapter sound) : Rewrites(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new AddsUpTheCards(sound);

    protected override OrderLine Rewrite(OrderLine line) => line with { FaceValue = line.Total, Quantity = 1 };
}

/// <summary>Shows the PIN as the code.</summary>
internal sealed class PutsThePinIntoTheCode(GiftCardAdapter sound) : Redraws(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new PutsThePinIntoTheCode(sound);

    protected override IReadOnlyList<Reward> Redraw(IReadOnlyList<Reward> cards) =>
        [.. cards.Select(card => card with { Code = card.Pin })];
}

/// <summary>Gives each card the PIN of another one.</summary>
internal sealed class MixesPinsUp(GiftCardAdapter sound) : Redraws(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new MixesPinsUp(sound);

    protected override IReadOnlyList<Reward> Redraw(IReadOnlyList<Reward> cards) =>
        [.. cards.Zip(cards.Reverse(), (card, other) => card with { Pin = other.Pin })];
}

/// <summary>Shows the first card's code on every card.</summary>
internal sealed class ShowsOneCodeForAll(GiftCardAdapter sound) : Redraws(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ShowsOneCodeForAll(sound);

    protected override IReadOnlyList<Reward> Redraw(IReadOnlyList<Reward> cards) =>
        [.. cards.Select(card => card with { Code = cards[0].Code })];
}

/// <summary>Reads its settings when it is made, and never again.</summary>
internal sealed class ReadsOptionsOnce(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new ReadsOptionsOnce(sound);

    public static Func<NorthlakeOptions> Read(Func<NorthlakeOptions> settings)
    {
        var once = settings();
        return () => once;
    }
}

/// <summary>Says what the account holds in another currency.</summary>
internal sealed class MistakesTheCurrency(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new MistakesTheCurrency(sound);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        [
            .. (await base.ListBalancesAsync(cancellationToken)).Select(balance =>
                balance with
                {
                    Available = Money.Of(balance.Available.Amount, "USD"),
                }
            ),
        ];
}

/// <summary>Is of a provider that answers a repeat with a conflict, and drops the id that stands in it.</summary>
internal sealed class DropsTheConflictsId(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    public static GiftCardAdapter In(GiftCardAdapter sound) => new DropsTheConflictsId(sound);

    public override Capabilities Capabilities =>
        base.Capabilities with
        {
            Shapes =
            [
                .. base.Capabilities.Shapes.Select(shape =>
                    shape with
                    {
                        Idempotency = shape.Idempotency with { Answer = RepeatAnswer.ConflictWithId },
                    }
                ),
            ],
        };

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        Known.TryAdd(submission.ProviderKey, true)
            ? base.SubmitOrderAsync(submission, cancellationToken)
            : throw new GiftCardException("The key is taken.", GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated);
}

/// <summary>Looks for many orders at once, by asking for each; whoever breaks it breaks what becomes of the answers.</summary>
internal abstract class LooksForMany(GiftCardAdapter sound) : WrappedAdapter(sound)
{
    public override int MaxOrdersPerLookup => int.MaxValue;

    public override async IAsyncEnumerable<OrderLookupAnswer> FindOrdersAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var query in queries)
        {
            yield return new(query.ProviderKey, await LookAsync(query, queries, cancellationToken));
        }
    }

    protected abstract Task<OrderLookup> LookAsync(
        OrderLookupQuery query,
        IReadOnlyList<OrderLookupQuery> queries,
        CancellationToken cancellationToken
    );
}

/// <summary>Reads the list back to the first send of the first order that it is asked for, and calls what is older not there.</summary>
internal sealed class LooksBackForTheFirst(GiftCardAdapter sound) : LooksForMany(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new LooksBackForTheFirst(sound);

    protected override async Task<OrderLookup> LookAsync(
        OrderLookupQuery query,
        IReadOnlyList<OrderLookupQuery> queries,
        CancellationToken cancellationToken
    ) => query.FirstSentAt < queries[0].FirstSentAt ? new OrderLookup.NotFound() : await FindOrderAsync(query, cancellationToken);
}

/// <summary>Answers for each order with what it has found for another.</summary>
internal sealed class MixesOrdersUp(GiftCardAdapter sound) : LooksForMany(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new MixesOrdersUp(sound);

    protected override Task<OrderLookup> LookAsync(
        OrderLookupQuery query,
        IReadOnlyList<OrderLookupQuery> queries,
        CancellationToken cancellationToken
    ) => FindOrderAsync(queries[^1], cancellationToken);
}

/// <summary>Takes a list that breaks off for one that ends.</summary>
internal sealed class TakesABrokenListForTheEnd(GiftCardAdapter sound) : LooksForMany(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new TakesABrokenListForTheEnd(sound);

    protected override async Task<OrderLookup> LookAsync(
        OrderLookupQuery query,
        IReadOnlyList<OrderLookupQuery> queries,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await FindOrderAsync(query, cancellationToken);
        }
        catch (GiftCardException)
        {
            return new OrderLookup.NotFound();
        }
    }
}

/// <summary>Sends the card without its text.</summary>
internal sealed class DropsTheText(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new DropsTheText(sound);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        base.SubmitOrderAsync(
            submission with
            {
                Request = submission.Request with { Message = submission.Request.Message is { } text ? text with { Body = null } : null },
            },
            cancellationToken
        );
}

/// <summary>Sends the card in nobody's name.</summary>
internal sealed class DropsTheSender(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    public static GiftCardAdapter In(GiftCardAdapter sound) => new DropsTheSender(sound);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        base.SubmitOrderAsync(
            submission with
            {
                Request = submission.Request with
                {
                    Message = submission.Request.Message is { } text ? text with { SenderName = null } : null,
                },
            },
            cancellationToken
        );
}

/// <summary>Takes the first card back, whichever it is asked for, and says that it was that one.</summary>
internal sealed class TakesAnotherCardBack(GiftCardAdapter sound) : WrappedAdapter(sound), IMistake
{
    private readonly ConcurrentDictionary<string, bool> _cancelled = new(StringComparer.Ordinal);

    public static GiftCardAdapter In(GiftCardAdapter sound) => new TakesAnotherCardBack(sound);

    public override Capabilities Capabilities =>
        base.Capabilities with
        {
            Features = new HashSet<GiftCardFeature>([.. base.Capabilities.Features, GiftCardFeature.CancelReward]),
            Shapes = [base.Capabilities.ShapeFor(Delivery.Returned)!],
        };

    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var order = await base.GetOrderAsync(orderId, detail, cancellationToken);
        return order with { Rewards = [.. order.Rewards.Select(card => _cancelled.ContainsKey(card.Id!) ? Cancelled(card) : card)] };
    }

    public override async Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        var order = await base.GetOrderAsync(orderId, RewardDetail.State, cancellationToken);
        _cancelled[order.Rewards[0].Id!] = true;
        return [Cancelled(order.Rewards.Single(card => card.Id == rewardId))];
    }

    private static Reward Cancelled(Reward card) => card with { Redemption = RedemptionState.Cancelled };
}
