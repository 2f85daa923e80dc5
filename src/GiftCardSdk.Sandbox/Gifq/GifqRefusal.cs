using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>An error answer. GIFQ has no error codes: there is the status, and a text for humans.</summary>
internal sealed record GifqRefusal(int Status, string Message)
{
    public static GifqRefusal Malformed(string message) => new(StatusCodes.Status400BadRequest, message);

    public static GifqRefusal Invalid(string message) => new(StatusCodes.Status422UnprocessableEntity, message);

    public static GifqRefusal Unknown(string what) => new(StatusCodes.Status404NotFound, $"There is no such {what}.");

    public static GifqRefusal BalanceTooLow(string currency) => Invalid($"Balance too low in {currency}");
}
