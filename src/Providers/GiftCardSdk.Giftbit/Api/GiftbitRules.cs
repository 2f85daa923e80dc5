using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Giftbit;

/// <summary>What the attributes of <see cref="IGiftbitApi"/> cannot say: the simulated limit, times in Giftbit's zone, and parts too short to search for.</summary>
internal sealed class GiftbitRules(GiftbitSettings settings) : ApiRules
{
    private const int ShortestPart = 3;

    protected override void Prepare(ApiCall apiCall)
    {
        if (settings.SimulatesRateLimit(apiCall.Argument<GiftbitCallOptions>("options")))
        {
            apiCall.SetHeader("SIMULATE-RATELIMIT", "true");
        }

        if (apiCall.MethodName == nameof(IGiftbitApi.ListGiftsAsync) && apiCall.Argument<GiftbitGiftQuery>("query") is { } query)
        {
            CheckPart(query.RecipientName, nameof(query.RecipientName));
            CheckPart(query.RecipientEmail, nameof(query.RecipientEmail));
        }
    }

    protected override string? QueryText(object value) => value is DateTimeOffset instant ? settings.Time.Write(instant) : null;

    private static void CheckPart(string? text, string name)
    {
        if (text is { Length: < ShortestPart })
        {
            throw new ArgumentException(
                $"{name} has {text.Length} characters; Giftbit searches for parts of at least {ShortestPart}.",
                name
            );
        }
    }
}
