using GiftCardSdk.Sandbox.Huuray.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>An error answer. There are no error codes: the status decides, the words are for people.</summary>
internal sealed record HuurayRefusal(int Status, string Message, string StatusMessage)
{
    /// <summary>The member a malformed body fails at; then the answer is the web framework's, without the envelope.</summary>
    public string? Member { get; init; }

    public static HuurayRefusal BadRequest(string words) => new(StatusCodes.Status400BadRequest, "Bad request", words);

    public static HuurayRefusal NotFound(string words) => new(StatusCodes.Status404NotFound, "No match", words);

    public static HuurayRefusal Refused(string words) => new(StatusCodes.Status422UnprocessableEntity, "Refused", words);

    public static HuurayRefusal Malformed(string member, string words) =>
        new(StatusCodes.Status400BadRequest, "Request not valid", words) { Member = member };

    public SandboxAnswer ToAnswer() =>
        Member is null
            ? HuurayReplies.Answer(
                new RefusalBody
                {
                    Status = Status,
                    Message = Message,
                    StatusMessage = StatusMessage,
                },
                HuurayJsonContext.Default.RefusalBody
            )
            : SandboxAnswer.Json(
                Status,
                new MalformedBody(
                    Message,
                    Status,
                    new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Member] = [StatusMessage] }
                ),
                HuurayJsonContext.Default.MalformedBody
            );
}
