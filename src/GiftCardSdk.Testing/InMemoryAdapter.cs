using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Testing;

/// <summary>The driver of one account of an <see cref="InMemoryGiftCardProvider"/>.</summary>
internal sealed class InMemoryAdapter(InMemoryGiftCardProvider provider, string account) : GiftCardAdapter
{
    public override string Provider => provider.Provider;

    public override Capabilities Capabilities => provider.Capabilities;

    public override async IAsyncEnumerable<Product> ListProductsAsync(
        CatalogQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var product in provider.Products)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (query.Match(product) is { } match)
            {
                yield return match;
            }
        }
    }

    public override Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(
            provider.Products.FirstOrDefault(product => product.Id == productId)
                ?? throw Failure(GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NotAnOrder, $"There is no product '{productId}'.")
        );
    }

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        var permit = SendPermit.Current;
        permit?.Attach();
        var end = provider.EndOf(submission);
        await WaitAsync(end.BeforeHandOver, cancellationToken).ConfigureAwait(false);
        if (end.Answer == ScriptedAnswer.NeverSent)
        {
            throw Failure(GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NothingCreated, "The connection was refused.", true);
        }

        cancellationToken.ThrowIfCancellationRequested();
        permit?.HandOver();
        provider.Store.CountArrival();
        var (order, isRepeat) = Sell(submission, end);
        await WaitAsync(end.BeforeAnswer, cancellationToken).ConfigureAwait(false);
        return end.Answer switch
        {
            ScriptedAnswer.Order => Answer(order, isRepeat),
            ScriptedAnswer.Failure => throw Refusal(submission, end),
            ScriptedAnswer.ServerError => throw Failure(
                GiftCardErrorCode.ProviderUnavailable,
                GiftCardOutcome.MayExist,
                "The provider answered 500.",
                true,
                500
            ),
            ScriptedAnswer.Exception => throw end.Exception!,
            ScriptedAnswer.None => await NeverAsync<Order>(cancellationToken).ConfigureAwait(false),
            _ => throw Failure(GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist, "The connection was lost.", true),
        };
    }

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Show(Find(orderId), detail));
    }

    public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        provider.Store.CountLookup();
        return provider.EndOf(query) switch
        {
            { IsHanging: true } => await NeverAsync<OrderLookup>(cancellationToken).ConfigureAwait(false),
            { Exception: { } exception } => throw exception,
            { Reason: { } reason } => new OrderLookup.Inconclusive(reason),
            { IsMiss: true } => new OrderLookup.NotFound(),
            _ => provider.Store.FindByKey(account, query.ProviderKey) is { } order
                ? new OrderLookup.Found(Show(order, query.Detail))
                : new OrderLookup.NotFound(),
        };
    }

    public override Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Reward>>(Rewards(orderId, rewardId));
    }

    public override Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var reward in Rewards(orderId, rewardId))
        {
            if (reward.Redemption != RedemptionState.Redeemable)
            {
                throw Failure(GiftCardErrorCode.Conflict, GiftCardOutcome.NotAnOrder, $"The card '{reward.Id}' is {reward.Redemption}.");
            }

            provider.Store.SetRedemption(reward.Id!, RedemptionState.Cancelled);
        }

        return Task.FromResult<IReadOnlyList<Reward>>(Rewards(orderId, rewardId));
    }

    public override Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(provider.Store.Balances());
    }

    public override async IAsyncEnumerable<Order> ListOrdersAsync(
        TimePeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var order in provider.Store.SoldAt(account))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (period.Contains(order.Sold.SoldAt))
            {
                yield return Show(order, RewardDetail.None);
            }
        }
    }

    public override object? GetService(Type serviceType) => serviceType == typeof(InMemoryGiftCardProvider) ? provider : null;

    private (StoredOrder? Order, bool IsRepeat) Sell(OrderSubmission submission, ScriptedEnd end)
    {
        switch (end.Sale)
        {
            case ScriptedSale.BeforeAnswer:
                return provider.Store.Sell(account, submission, end.Code == GiftCardErrorCode.InvalidRecipient);
            case ScriptedSale.Late:
                provider.Store.SellLater(account, submission, end.SaleAfter);
                return default;
            default:
                return default;
        }
    }

    private Order Answer(StoredOrder? order, bool isRepeat) =>
        (order, isRepeat, provider.Idempotency.Answer) switch
        {
            (null, _, _) => throw Failure(
                GiftCardErrorCode.InsufficientFunds,
                GiftCardOutcome.NothingCreated,
                "The balance does not reach."
            ),
            (_, false, _) => Show(order, RewardDetail.Secrets),
            (_, _, RepeatAnswer.Original) => Show(order, RewardDetail.Secrets) with { WasReplayed = true },
            (_, _, RepeatAnswer.ConflictWithId) => throw Failure(
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.MayExist,
                "The key is taken.",
                orderId: order.Sold.OrderId
            ),
            _ when provider.RepeatRefusal is { } code => throw Failure(code, GiftCardOutcome.NothingCreated, "The key was used before."),
            _ => Show(order, RewardDetail.Secrets),
        };

    private GiftCardException Refusal(OrderSubmission submission, ScriptedEnd end)
    {
        var existing = end.NamesOrder ? provider.Store.FindByKey(account, submission.ProviderKey) : null;
        return new(
            $"The provider refused the order: {end.Code}.",
            end.Code,
            existing is null ? GiftCardOutcome.NothingCreated : GiftCardOutcome.MayExist
        )
        {
            Provider = provider.Provider,
            Account = account,
            OrderId = existing?.Sold.OrderId,
            IsTransient = end.IsTransient,
            RetryAfter = end.RetryAfter,
        };
    }

    private GiftCardException Failure(
        GiftCardErrorCode code,
        GiftCardOutcome outcome,
        string message,
        bool isTransient = false,
        int? status = null,
        string? orderId = null
    ) =>
        new(message, code, outcome)
        {
            Provider = provider.Provider,
            Account = account,
            IsTransient = isTransient,
            HttpStatus = status,
            OrderId = orderId,
        };

    private StoredOrder Find(string orderId) =>
        provider.Store.FindById(account, orderId)
        ?? throw Failure(GiftCardErrorCode.NotFound, GiftCardOutcome.NotAnOrder, $"There is no order '{orderId}'.");

    private Order Show(StoredOrder order, RewardDetail detail) => order.Show(provider.Provider, detail, provider.Time.GetUtcNow());

    private Reward[] Rewards(string orderId, string? rewardId)
    {
        Reward[] rewards = [.. Show(Find(orderId), RewardDetail.State).Rewards.Where(reward => rewardId is null || reward.Id == rewardId)];
        return rewards.Length > 0
            ? rewards
            : throw Failure(GiftCardErrorCode.NotFound, GiftCardOutcome.NotAnOrder, $"The order '{orderId}' has no card '{rewardId}' now.");
    }

    private static Task WaitAsync(Task? gate, CancellationToken cancellationToken) =>
        gate is null ? Task.CompletedTask : gate.WaitAsync(cancellationToken);

    private async Task<T> NeverAsync<T>(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, provider.Time, cancellationToken).ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }
}
