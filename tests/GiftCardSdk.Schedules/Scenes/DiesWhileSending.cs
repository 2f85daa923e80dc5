using GiftCardSdk.Adapters;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>A process that ends while it sends: nothing of it goes on, and the journal keeps what was written before.</summary>
/// <param name="afterSale">Whether the provider has sold by then.</param>
internal sealed class DiesWhileSending(bool afterSale) : Mutant
{
    private readonly TaskCompletionSource _died = new();

    /// <summary>Completes when it is dead.</summary>
    public Task Died => _died.Task;

    public override GiftCardAdapter Adapter(GiftCardAdapter adapter) => new Dying(adapter, afterSale, _died);

    private sealed class Dying(GiftCardAdapter inner, bool afterSale, TaskCompletionSource died) : FrontAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
        {
            if (afterSale)
            {
                await base.SubmitOrderAsync(submission, cancellationToken);
            }

            died.SetResult();
            return await new TaskCompletionSource<Order>().Task;
        }
    }
}
