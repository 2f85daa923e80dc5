using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Puts bodies into the shape the switches ask for.</summary>
internal sealed class GiftCardPartnersAnswers(GiftCardPartnersTwinOptions options)
{
    // Seen at the sister deployment.
    private static readonly GiftCardPartnersJsonContext CamelCase = new(
        new JsonSerializerOptions(GiftCardPartnersJsonContext.Default.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }
    );

    private GiftCardPartnersJsonContext Json => options.CamelCase ? CamelCase : GiftCardPartnersJsonContext.Default;

    public SandboxAnswer Ok<T>(T body, Func<GiftCardPartnersJsonContext, JsonTypeInfo<T>> type) =>
        Write(StatusCodes.Status200OK, body, type);

    public SandboxAnswer Write<T>(int status, T body, Func<GiftCardPartnersJsonContext, JsonTypeInfo<T>> type) =>
        SandboxAnswer.Json(status, body, type(Json));

    public string Text<T>(T body, Func<GiftCardPartnersJsonContext, JsonTypeInfo<T>> type) => JsonSerializer.Serialize(body, type(Json));

    /// <summary>One page of a list, in its envelope or bare.</summary>
    public SandboxAnswer List<T>(
        GiftCardPartnersListShape shape,
        Paged<T> page,
        Func<GiftCardPartnersJsonContext, JsonTypeInfo<Paged<T>>> envelope,
        Func<GiftCardPartnersJsonContext, JsonTypeInfo<T[]>> array
    ) => shape == GiftCardPartnersListShape.Envelope ? Ok(page, envelope) : Ok([.. page.Data], array);

    public SandboxAnswer Refuse(GiftCardPartnersRefusal refusal) =>
        options.ErrorShape switch
        {
            GiftCardPartnersErrorShape.Empty => SandboxAnswer.Empty(refusal.Status),
            GiftCardPartnersErrorShape.ProblemDetails => Write(
                refusal.Status,
                new ProblemBody("Request refused", refusal.Status, refusal.Message) { Errors = refusal.Errors },
                json => json.ProblemBody
            ) with
            {
                ContentType = "application/problem+json;charset=UTF-8",
            },
            GiftCardPartnersErrorShape.ModelState => Write(
                refusal.Status,
                new ErrorBody(refusal.Message) { ModelState = refusal.Errors },
                json => json.ErrorBody
            ),
            _ => Write(refusal.Status, new ErrorBody(refusal.Message) { Errors = refusal.Errors }, json => json.ErrorBody),
        };

    /// <summary>There is no such order or product.</summary>
    public SandboxAnswer Unknown(string message) =>
        Refuse(
            new GiftCardPartnersRefusal(
                options.UnknownAnswer == GiftCardPartnersUnknownAnswer.NotFound
                    ? StatusCodes.Status404NotFound
                    : StatusCodes.Status400BadRequest,
                message
            )
        );

    /// <summary>The PO number was used before.</summary>
    /// <param name="original">The id of the order it belongs to; null where the number is spent without one.</param>
    /// <param name="another">The id of another order of the account, or null where there is none.</param>
    public SandboxAnswer Conflict(string? original, string? another)
    {
        var body = new ConflictBody("The PO number is already in use.");
        return (original, options.ConflictShape) switch
        {
            (null, _) or (_, GiftCardPartnersConflictShape.WithoutId) => Conflict(body),
            (_, GiftCardPartnersConflictShape.PreviousOrderIdsText) => Write(
                StatusCodes.Status409Conflict,
                new ConflictTextBody(body.Message, original),
                json => json.ConflictTextBody
            ),
            (_, GiftCardPartnersConflictShape.BareText) => Write(StatusCodes.Status409Conflict, original, json => json.String),
            (_, GiftCardPartnersConflictShape.PreviousOrderId) => Conflict(body with { PreviousOrderId = original }),
            (_, GiftCardPartnersConflictShape.OrderId) => Conflict(body with { OrderId = original }),
            (_, GiftCardPartnersConflictShape.Id) => Conflict(body with { Id = original }),
            (_, GiftCardPartnersConflictShape.InsideError) => Conflict(body with { Error = new OrderPointer(original) }),
            (_, GiftCardPartnersConflictShape.InsideData) => Conflict(body with { Data = new OrderPointer(original) }),
            (_, GiftCardPartnersConflictShape.SeveralOrderIds) when another is not null => Conflict(
                body with
                {
                    PreviousOrderIds = [another, original],
                }
            ),
            _ => Conflict(body with { PreviousOrderIds = [original] }),
        };
    }

    private SandboxAnswer Conflict(ConflictBody body) => Write(StatusCodes.Status409Conflict, body, json => json.ConflictBody);
}
