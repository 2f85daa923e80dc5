using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Model.Tests;

/// <summary>The border to the provider, as one process has it: the model sees what goes over it.</summary>
internal sealed class WatchedAdapter(World world, Process process, GiftCardAdapter provider) : GiftCardAdapter
{
    public override string Provider => provider.Provider;

    public override Capabilities Capabilities => provider.Capabilities;

    public override IEnumerable<string> FindMistakes(OrderRequest request) => provider.FindMistakes(request);

    public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        var reference = world.ReferenceOf(submission.Request.Reference);
        var permit = SendPermit.Current;
        await CheckAsync(reference, submission);
        if (process.IsDead)
        {
            // It died at a write of another order, on another thread, at this very moment: nothing of it leaves any more.
            return await new TaskCompletionSource<Order>().Task;
        }

        var (wasOpen, lastHeard) = (reference.MayHaveBought, reference.LastHeard);
        reference.OpenSince = wasOpen ? reference.OpenSince : world.Now;
        // Until the answer is read: nobody who dies now will ever know.
        reference.MayHaveBought = true;
        reference.LastHeard = world.Now;
        reference.Sending++;
        reference.Sends++;
        var (isCertain, isRefusedForGood) = (false, false);
        try
        {
            var order = await provider.SubmitOrderAsync(submission, cancellationToken);
            reference.IsKnownBought |= !process.IsDead;
            return order;
        }
        catch (GiftCardException failure) when (failure.OrderId is not null)
        {
            reference.IsKnownBought |= !process.IsDead;
            reference.IsRecipientRefused |= failure.Code == GiftCardErrorCode.InvalidRecipient;
            throw;
        }
        catch (GiftCardException failure) when (failure.Outcome == GiftCardOutcome.NothingCreated)
        {
            isCertain = true;
            isRefusedForGood = !failure.IsTransient;
            throw;
        }
        catch (Exception)
        {
            isCertain = permit is { WasHandedOver: false };
            throw;
        }
        finally
        {
            if (!process.IsDead)
            {
                // A repeat that is refused says nothing about the sends before it.
                reference.MayHaveBought = wasOpen || !isCertain;
                reference.LastHeard = isCertain ? lastHeard : world.Now;
                // Also of what the journal takes for a repeat, since it could not be told that nothing was sent before.
                reference.IsRepeatRefused = isRefusedForGood && reference.Entry is { IsAmbiguous: true };
                reference.Sending--;
            }
        }
    }

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        provider.GetOrderAsync(orderId, detail, cancellationToken);

    public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var reference = world.ReferenceOf(query.ProviderKey);
        reference.Looking++;
        try
        {
            var answer = await provider.FindOrderAsync(query, cancellationToken);
            reference.IsKnownBought |= answer is OrderLookup.Found && !process.IsDead;
            reference.LastMiss = answer is OrderLookup.NotFound ? world.Now : reference.LastMiss;
            reference.LastAnswer = world.Now;
            return answer;
        }
        catch (OperationCanceledException)
        {
            // Nobody waits any more, and what the send before it has told is not written down.
            reference.IsBehind = true;
            throw;
        }
        finally
        {
            reference.Looking -= process.IsDead ? 0 : 1;
        }
    }

    private async Task CheckAsync(Reference reference, OrderSubmission submission)
    {
        var entry = await world.Store.FindAsync(Orders.IdentityOf(reference.Name));
        var content = Orders.ContentOf(submission.Request.Lines[0].FaceValue);
        var isIntended = entry is { State: OrderJournalState.Sending } && entry.Attempt == submission.Attempt;
        world.FindIf(!world.IsPresent(process), reference, "is sent by a process that has ended");
        world.FindIf(!isIntended, reference, "is sent without being written down");
        world.FindIf(!world.HasCaller(reference), reference, "is sent although nobody places it");
        world.FindIf(reference.Sending > 0, reference, "is sent while it is being sent");
        world.FindIf(content != reference.Standing, reference, "is sent with other content than was written down");
        world.FindIf(reference.ObjectionToSend(world.Now), reference);
    }
}
