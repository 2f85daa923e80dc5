namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>The documented catalogs, replayed.</summary>
internal static class Catalogs
{
    public static WireAnswer Answer(WireRequest request) =>
        new(Example.Read(request.Path.EndsWith("choice-cards", StringComparison.Ordinal) ? "choice-cards-list" : "branded-cards-list"));
}
