using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// A refusal because the PO number is used already: usually success by another name, since an earlier attempt got through. The order it stands
/// for is read and compared before it is returned; another system's order under the same number is a conflict.
/// </summary>
internal sealed class GiftCardPartnersConflicts(
    GiftCardPartnersOrderReader reader,
    GiftCardPartnersOrderMapping mapping,
    GiftCardPartnersSettings settings,
    TimeProvider time
)
{
    private const int MostCandidates = 5;

    /// <summary>An order may be known a moment before it can be read.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>The order that a PO number stands for, if it is the one that was asked for.</summary>
    /// <exception cref="GiftCardException">It is another order (then nothing was bought), or it could not be found out which one it is.</exception>
    public async Task<Order> ResolveAsync(GiftCardException conflict, OrderSubmission submission, CancellationToken cancellationToken)
    {
        var ids = IdsOf(conflict);
        var orders = new List<GiftCardPartnersOrder>();
        foreach (var id in ids)
        {
            orders.AddRange(await TryReadAsync(id, cancellationToken).ConfigureAwait(false) is { } order ? [order] : []);
        }

        return Choose(orders, ids.Count, submission) switch
        {
            { } meant when Agrees(meant, submission) => GiftCardPartnersContent.Agrees(meant, submission.Request) is null
                ? throw Unresolved(conflict)
                : mapping.Placed(meant, submission.Request, submission.ProviderKey) with
                {
                    WasReplayed = true,
                },
            // Its own number says that it is another system's; without one the answer, of which no document shows the form, may be anybody's.
            { } other when other.PONumber == submission.ProviderKey => throw Collision(other, conflict, submission),
            _ => await LookUpAsync(conflict, submission, cancellationToken).ConfigureAwait(false),
        };
    }

    private static IReadOnlyList<string> IdsOf(GiftCardException conflict) =>
        conflict.OrderId is { } only ? [only] : [.. conflict.OrderCandidates.Take(MostCandidates)];

    /// <summary>
    /// The order that the provider means; null if that cannot be told. Its own number tells, or its being the only one named. Among several
    /// without a number content tells only if all could be read and one alone agrees: equal orders are common, and each has its own recipient.
    /// </summary>
    private static GiftCardPartnersOrder? Choose(List<GiftCardPartnersOrder> orders, int named, OrderSubmission submission)
    {
        if (orders.Find(order => order.PONumber == submission.ProviderKey) is { } numbered)
        {
            return numbered;
        }

        GiftCardPartnersOrder[] unnumbered = [.. orders.Where(order => named == 1 || order.PONumber is null)];
        GiftCardPartnersOrder[] agreeing = [.. unnumbered.Where(order => Agrees(order, submission))];
        return orders.Count < named ? null
            : agreeing.Length == 1 ? agreeing[0]
            : agreeing.Length == 0 ? unnumbered.FirstOrDefault()
            : null;
    }

    /// <summary>A pending order shows no lines, and contradicts nothing; it is taken for the one that was asked for only once it does.</summary>
    private static bool Agrees(GiftCardPartnersOrder order, OrderSubmission submission) =>
        (order.PONumber is null || order.PONumber == submission.ProviderKey)
        && GiftCardPartnersContent.Agrees(order, submission.Request) != false;

    private async Task<GiftCardPartnersOrder?> TryReadAsync(string id, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await reader.GetAsync(id, cancellationToken).ConfigureAwait(false);
            }
            catch (GiftCardException failure) when (failure.Code == GiftCardErrorCode.NotFound && tries < Waits.Length)
            {
                await Task.Delay(Waits[tries], time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is GiftCardException or ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>No id could be read, or none was the right one: the list of orders may know.</summary>
    private async Task<Order> LookUpAsync(GiftCardException conflict, OrderSubmission submission, CancellationToken cancellationToken)
    {
        var query = new OrderLookupQuery(submission.ProviderKey, submission.Request.Delivery, null, RewardDetail.Secrets)
        {
            Request = submission.Request,
            Lines = submission.Request.Lines,
        };
        OrderLookup? lookup = null;
        try
        {
            lookup = await reader.FindAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            // Nothing is known then; the coordinator goes on from there.
        }

        return lookup is OrderLookup.Found found ? found.Order with { WasReplayed = true } : throw Unresolved(conflict);
    }

    /// <summary>An order exists, and which one could not be found out. It is not named: what has not been compared must not be taken for ours.</summary>
    private static GiftCardException Unresolved(GiftCardException conflict) =>
        Like(
            conflict,
            $"The PO number is used already, and the order it stands for could not be read and compared. {conflict.Message}",
            GiftCardOutcome.MayExist,
            null
        );

    private GiftCardException Collision(GiftCardPartnersOrder other, GiftCardException conflict, OrderSubmission submission) =>
        Like(
            conflict,
            $"The PO number '{submission.ProviderKey}' stands for order {other.Id} of the account '{settings.AccountName}' already, which is another order: its type, products, values or quantities differ. Nothing was bought. Use a reference of your own for each order, one that no other system uses.",
            GiftCardOutcome.NothingCreated,
            other.Id
        );

    private static GiftCardException Like(GiftCardException conflict, string message, GiftCardOutcome outcome, string? orderId) =>
        conflict.Restate(message, GiftCardErrorCode.Conflict, outcome, orderId);
}
