using GiftCardSdk.Sandbox.Giftbit.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// An error answer. Codes that no document names are invented here and begin with <c>ERROR_SIM_</c>, so that nobody takes them for
/// Giftbit's.
/// </summary>
internal sealed record GiftbitRefusal(int Status, string Code, string Name, string Message)
{
    /// <summary>The stray message beside the error.</summary>
    public string? ExtraMessage { get; init; }

    /// <summary>The stray order beside the error.</summary>
    public CampaignStub? Campaign { get; init; }

    public static GiftbitRefusal BadRequest(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, "Malformed request", message);

    public static GiftbitRefusal Invalid(string code, string message) =>
        new(StatusCodes.Status422UnprocessableEntity, code, "Invalid parameter", message);

    public static GiftbitRefusal InvalidBrand(string brand, long cents) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            "ERROR_CAMPAIGN_INVALID_BRAND",
            "Brand or price not available",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{brand} at {cents}")
        );

    public static GiftbitRefusal Forbidden(string message) =>
        new(StatusCodes.Status403Forbidden, "ERROR_SIM_FORBIDDEN", "Not permitted", message);

    public SandboxAnswer ToAnswer() =>
        SandboxAnswer.Json(
            Status,
            new ErrorBody(new ErrorDetail(Code, Name, Message), Status) { Message = ExtraMessage, Campaign = Campaign },
            GiftbitJsonContext.Default.ErrorBody
        );
}
