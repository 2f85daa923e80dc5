using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SurveyReward;

/// <summary>What the respondent is shown: the card, or that it comes, or that somebody has to look at it.</summary>
internal sealed record Shown(Reward? Card, bool IsOnItsWay);

/// <summary>
/// The card of an answer. It may be asked for as often as anybody likes, at once or one after the other: survey and respondent make the reference,
/// and a reference stays one order.
/// </summary>
internal sealed partial class Rewards([FromKeyedServices("gifq")] IGiftCardAccount account, Answers answers, ILogger<Rewards> logger)
    : IOrderRequestSource
{
    /// <summary>How long a respondent looks at an empty page at most.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    public static OrderReference ReferenceOf(string respondent) => OrderReference.From("survey-81", respondent);

    public async Task<Shown> ShowAsync(string respondent, CancellationToken cancellationToken)
    {
        try
        {
            var order = await account.PlaceAndWaitAsync(OrderFor(respondent), Patience, cancellationToken);
            var card = order.Rewards.FirstOrDefault(reward => reward.Redeemable is not null);
            return new(card, IsOnItsWay: !order.Status.IsFinal);
        }
        catch (GiftCardException failure) when (failure.IsTransient || failure.Outcome == GiftCardOutcome.MayExist)
        {
            // Whether it was bought is not known yet, or the provider is away: the next look places the same reference, which buys nothing twice.
            return new(null, IsOnItsWay: true);
        }
        catch (GiftCardException refused)
        {
            LogRefused(refused, respondent);
            return new(null, IsOnItsWay: false);
        }
    }

    /// <summary>For respondents who do not wait: an order that a crash or a lost answer left open is placed again in the background.</summary>
    public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        new(
            entry.Identity.Reference is { } reference
            && answers.Respondents.FirstOrDefault(one => ReferenceOf(one) == reference) is { } respondent
                ? OrderFor(respondent)
                : null
        );

    private static OrderRequest OrderFor(string respondent) =>
        new()
        {
            Reference = ReferenceOf(respondent),
            Lines =
            [
                new()
                {
                    ProductId = "page-and-pine",
                    FaceValue = Money.Of(10, "GBP"),
                    Country = "GB",
                },
            ],
            Delivery = Delivery.Returned,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "No card for {Respondent}")]
    private partial void LogRefused(GiftCardException refused, string respondent);
}
