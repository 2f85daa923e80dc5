using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>How the provider says that something went wrong: by the HTTP status, with a body that no document shows.</summary>
internal sealed class GiftCardPartnersErrors(GiftCardPartnersWireAssumptions assumptions) : ProviderErrors
{
    /// <summary>
    /// Not "message": an error body may hold half an order, whose message is the sender's. That of the error itself is
    /// <see cref="GiftCardException.ProviderMessage"/>.
    /// </summary>
    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(
            ["title", "detail", "status", "error", "code", .. assumptions.DuplicateOrderIdMembers],
            StringComparer.OrdinalIgnoreCase
        );

    public override ProviderFault Read(ProviderFailure failure)
    {
        var body = GiftCardPartnersErrorBody.Parse(failure.Body.Span, assumptions.DuplicateOrderIdMembers);
        var code = CodeOf(failure.Operation, failure.Status, body);
        if (failure.Operation != GiftCardPartnersOperations.CreateOrder || failure.Status != 409)
        {
            return new(code, null, body.Text);
        }

        // This very call bought nothing, but an order stands under its number: perhaps that of an earlier attempt.
        return new(GiftCardErrorCode.Conflict, null, body.Text)
        {
            Outcome = GiftCardOutcome.MayExist,
            OrderId = body.OrderIds is [var only] ? only : null,
            OrderCandidates = body.OrderIds.Count > 1 ? body.OrderIds : [],
        };
    }

    private GiftCardErrorCode? CodeOf(ProviderOperation operation, int status, GiftCardPartnersErrorBody body) =>
        status switch
        {
            400 when operation == GiftCardPartnersOperations.CreateOrder => body.Blames,
            422 when operation == GiftCardPartnersOperations.CreateOrder && assumptions.UnprocessableMeansInsufficientFunds =>
                GiftCardErrorCode.InsufficientFunds,
            404 or 400 when IsUnknownId(status) && operation == GiftCardPartnersOperations.GetOrder => GiftCardErrorCode.NotFound,
            404 or 400 when IsUnknownId(status) && operation == GiftCardPartnersOperations.GetProduct =>
                GiftCardErrorCode.ProductUnavailable,
            _ => null,
        };

    private bool IsUnknownId(int status) => status == 404 || assumptions.BadRequestMeansUnknownId;
}
