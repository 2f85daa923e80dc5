using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Planning;

/// <summary>
/// One reference, one account. Two things make that hold: a plan, of which compare-and-swap lets one win, says which account it is; and an account
/// is left only by closing its own entry in the journal, which competes with every send there.
/// </summary>
internal sealed class OrderPlanner(
    IGiftCards giftCards,
    OrderCoordinator coordinator,
    PlanBook plans,
    PlanSearch search,
    ILogger<OrderPlanner> logger
) : IOrderPlanner
{
    /// <summary>How often what the journal says may differ from what this call was told, before that is the caller's affair.</summary>
    private const int MostDisagreements = 3;

    public async Task<IReadOnlyList<OrderProposal>> ProposeAsync(PlanRequest request, CancellationToken cancellationToken = default)
    {
        var environment = search.Check(request);
        var found = await search.FindAsync(request, environment, except: [], cancellationToken).ConfigureAwait(false);
        return [.. found.Able.Select(candidate => candidate.Proposal)];
    }

    public async Task<PlannedOrder> PlaceAsync(PlanRequest request, CancellationToken cancellationToken = default)
    {
        var environment = search.Check(request);
        var left = new List<LeftAccount>();
        var disagreements = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await FindPlanAsync(request, environment).ConfigureAwait(false) is not { } kept)
            {
                await BeginAsync(request, environment, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var candidate = search.Rebuild(request, environment, kept.Plan);
            if (await FollowAsync(request, environment, kept, candidate).ConfigureAwait(false))
            {
                continue;
            }

            try
            {
                var orders = giftCards.GetAccount(candidate.Account.Name).Orders;
                var placing = request.ChecksProducts
                    ? orders.PlaceCheckedAsync(candidate.Order, cancellationToken)
                    : orders.PlaceAsync(candidate.Order, cancellationToken);
                var order = await placing.ConfigureAwait(false);
                return new(order, candidate.Proposal, left);
            }
            catch (GiftCardException refusal) when (refusal.Outcome == GiftCardOutcome.NothingCreated)
            {
                if (!await MayLeaveAsync(candidate, refusal).ConfigureAwait(false))
                {
                    throw;
                }

                left.Add(new(candidate.Account.Name, refusal));
                if (
                    !await MoveAsync(request, environment, kept, candidate, left, cancellationToken).ConfigureAwait(false)
                    && ++disagreements > MostDisagreements
                )
                {
                    throw;
                }
            }
        }
    }

    /// <summary>
    /// Where the reference went. What the journal may have lost is not guessed at: one account would be asked, and another may have sold it.
    /// </summary>
    private async ValueTask<KeptPlan?> FindPlanAsync(PlanRequest request, GiftCardEnvironment environment)
    {
        var kept = await plans.FindAsync(environment, request.Reference).ConfigureAwait(false);
        return await coordinator.Journal.FindGapAsync().ConfigureAwait(false) is ({ } gap, _) && !(kept?.Record.UpdatedAt > gap.To)
            ? throw PlanningErrors.JournalHasGap(request.Reference, gap)
            : kept;
    }

    /// <summary>Goes where the order was placed by hand: nothing may exist at the plan's account, and something there.</summary>
    private async Task<bool> FollowAsync(PlanRequest request, GiftCardEnvironment environment, KeptPlan kept, Candidate candidate)
    {
        if (
            await search.FindInJournalAsync(request, environment, besides: kept.Plan).ConfigureAwait(false) is not { } elsewhere
            || !await coordinator.TryLeaveAsync(candidate.Account, candidate.Order, elsewhere.JournalId).ConfigureAwait(false)
        )
        {
            return false;
        }

        _ = await plans.TryMoveAsync(kept, elsewhere).ConfigureAwait(false);
        return true;
    }

    /// <summary>Decides where a new reference goes. Somebody else may decide first, and then it goes there.</summary>
    private async Task BeginAsync(PlanRequest request, GiftCardEnvironment environment, CancellationToken cancellationToken)
    {
        var known = await search.FindInJournalAsync(request, environment).ConfigureAwait(false);
        if (known is null)
        {
            var found = await search.FindAsync(request, environment, except: [], cancellationToken).ConfigureAwait(false);
            if (found.Able is not [var cheapest, ..])
            {
                // What closed the accounts may be this very order: another process was faster.
                if (await plans.FindAsync(environment, request.Reference).ConfigureAwait(false) is not null)
                {
                    return;
                }

                throw PlanningErrors.NobodySells(request.Reference, found.Reasons);
            }

            known = cheapest.ToPlan();
        }

        await plans.TryAddAsync(environment, request.Reference, known).ConfigureAwait(false);
    }

    /// <summary>Whether what an account said speaks of that account alone, and of nothing bought.</summary>
    private async ValueTask<bool> MayLeaveAsync(Candidate candidate, GiftCardException refusal) =>
        refusal.Code switch
        {
            GiftCardErrorCode.JournalUnavailable => false,
            // Another content, or another's order under the key: a mistake, unless it says that the account was left before.
            GiftCardErrorCode.Conflict => await coordinator.HasLeftAsync(candidate.Account, candidate.Order).ConfigureAwait(false),
            _ => true,
        };

    /// <summary>Gives the reference to the next account; false if the journal knows more of it at this one than the refusal did.</summary>
    private async Task<bool> MoveAsync(
        PlanRequest request,
        GiftCardEnvironment environment,
        KeptPlan kept,
        Candidate from,
        List<LeftAccount> left,
        CancellationToken cancellationToken
    )
    {
        string[] tried = [from.Account.Name, .. left.Select(account => account.Account)];
        var found = await search.FindAsync(request, environment, tried, cancellationToken).ConfigureAwait(false);
        var next = found.Able is [var cheapest, ..]
            ? cheapest.ToPlan()
            // What closed the other accounts may be this very order: another process was faster.
            : await search.FindInJournalAsync(request, environment, besides: kept.Plan).ConfigureAwait(false)
                ?? throw PlanningErrors.NobodyLeft(request.Reference, left);
        if (!await coordinator.TryLeaveAsync(from.Account, from.Order, next.JournalId).ConfigureAwait(false))
        {
            left.RemoveAt(left.Count - 1);
            return false;
        }

        if (await plans.TryMoveAsync(kept, next).ConfigureAwait(false))
        {
            OrderingLog.Moved(logger, request.Reference, from.Account.Name, next.JournalId, left[^1].Refusal.Code);
        }

        return true;
    }
}
