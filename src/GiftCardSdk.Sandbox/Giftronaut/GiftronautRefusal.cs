using System.Globalization;
using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>An error answer: a code to branch on and a text not to.</summary>
internal sealed record GiftronautRefusal(int Status, string Code, string Message)
{
    /// <summary>The order a repeat meets.</summary>
    public string? OrderId { get; init; }

    public static GiftronautRefusal Unauthorized { get; } =
        new(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "The token is missing, unknown or expired.");

    public static GiftronautRefusal TooManyRequests { get; } =
        new(StatusCodes.Status429TooManyRequests, "RATE_LIMIT_EXCEEDED", "Too many requests in this minute.");

    public static GiftronautRefusal Invalid(string message) => new(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", message);

    public static GiftronautRefusal Required(string member) => Invalid($"{member} is required.");

    public static GiftronautRefusal NotFound(string code, string what) =>
        new(StatusCodes.Status404NotFound, code, $"There is no such {what}.");

    public static GiftronautRefusal Forbidden(string code, string message) => new(StatusCodes.Status403Forbidden, code, message);

    public static GiftronautRefusal Conflict(string code, string message) => new(StatusCodes.Status409Conflict, code, message);

    public static GiftronautRefusal InsufficientBalance(decimal total, decimal available) =>
        new(
            StatusCodes.Status402PaymentRequired,
            "INSUFFICIENT_BALANCE",
            string.Create(CultureInfo.InvariantCulture, $"Order total {total:F2} USD exceeds available balance {available:F2} USD")
        );

    public SandboxAnswer ToAnswer() =>
        SandboxAnswer.Json(Status, new ErrorBody(Code, Message) { OrderId = OrderId }, GiftronautJsonContext.Default.ErrorBody);

    /// <summary>What the framework says where no operation answers.</summary>
    public static SandboxAnswer NoSuchRoute(SandboxCall call) =>
        SandboxAnswer.Json(
            StatusCodes.Status404NotFound,
            new UnhandledError(
                GiftronautTime.WriteMilliseconds(call.Now),
                StatusCodes.Status404NotFound,
                "Not Found",
                call.PathAndQuery.Split('?')[0]
            ),
            GiftronautJsonContext.Default.UnhandledError
        );
}
