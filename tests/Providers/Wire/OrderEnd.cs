namespace GiftCardSdk.Providers.Wire;

/// <summary>How something that is bought ended for its caller.</summary>
/// <param name="Id">The provider's order; null if it was refused or its end stayed unknown.</param>
/// <param name="IsUnknown">Whether nothing is known of it.</param>
internal sealed record OrderEnd(string? Id, bool IsUnknown = false)
{
    public bool IsBought => Id is not null;

    /// <summary>Calls until the end is known, as a user would, with the same reference.</summary>
    public static async Task<OrderEnd> PlaceUntilResolvedAsync(Func<Task<string>> call, int mostCalls)
    {
        for (var calls = 0; calls < mostCalls; calls++)
        {
            try
            {
                return new(await call());
            }
            catch (GiftCardException refusal) when (refusal.Outcome == GiftCardOutcome.NothingCreated)
            {
                return new(Id: null);
            }
            catch (GiftCardException mayExist) when (mayExist.Outcome == GiftCardOutcome.MayExist)
            {
                // Unknown, or bought and not to be read just now: the same again, as the message says.
            }
        }

        return new(Id: null, IsUnknown: true);
    }
}
