using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// How the provider says that something went wrong: by the HTTP status, with a body that no document shows. So little is known for its own: field
/// errors that name members of our order, and whatever <see cref="GiftCardPartnersWireAssumptions.ErrorMembers"/> says.
/// </summary>
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
        var root = failure.ReadJson();
        var body = GiftCardPartnersErrorBody.Of(root, assumptions.DuplicateOrderIdMembers);
        var code = CodeOf(failure.Operation, failure.Status, body);
        if (failure.Operation.Name != GiftCardPartnersOperationNames.CreateOrder || failure.Status != 409)
        {
            return new(code, null, body.Text) { IsOwn = failure.IsJson && IsOwn(root, failure.Status) };
        }

        // An order stands under our number: perhaps that of an earlier attempt. Known by the id that it names, which is read and compared.
        return new(GiftCardErrorCode.Conflict, null, body.Text)
        {
            IsOwn = body.OrderIds.Count > 0,
            OrderId = body.OrderIds is [var only] ? only : null,
            OrderCandidates = body.OrderIds.Count > 1 ? body.OrderIds : [],
        };
    }

    /// <summary>What the documents list: a mistake in the request, a missing or disabled credential, no funds. 409 says nothing about earlier attempts.</summary>
    public override bool RefusesWith(ProviderOperation operation, int status) => status is 400 or 401 or 403 or 422;

    private bool IsOwn(JsonElement? root, int status) =>
        ErrorJson.Repeats(root, "status", status) != false
        && (
            GiftCardPartnersErrorBody.IsAboutOrder(root)
            || (assumptions.ErrorMembers.Count > 0 && assumptions.ErrorMembers.All(name => ErrorJson.Member(root, name) is not null))
        );

    private GiftCardErrorCode? CodeOf(ProviderOperation operation, int status, GiftCardPartnersErrorBody body) =>
        status switch
        {
            400 when operation.Name == GiftCardPartnersOperationNames.CreateOrder => body.Blames,
            422 when operation.Name == GiftCardPartnersOperationNames.CreateOrder && assumptions.UnprocessableMeansInsufficientFunds =>
                GiftCardErrorCode.InsufficientFunds,
            404 or 400 when IsUnknownId(status) && operation.Name == GiftCardPartnersOperationNames.GetOrder => GiftCardErrorCode.NotFound,
            404 or 400 when IsUnknownId(status) && operation.Name == GiftCardPartnersOperationNames.GetProduct =>
                GiftCardErrorCode.ProductUnavailable,
            _ => null,
        };

    private bool IsUnknownId(int status) => status == 404 || assumptions.BadRequestMeansUnknownId;
}
