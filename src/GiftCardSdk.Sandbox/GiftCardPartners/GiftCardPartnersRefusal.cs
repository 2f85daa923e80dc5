using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>An error before it is written. No message repeats a recipient's address or a secret.</summary>
internal sealed record GiftCardPartnersRefusal(int Status, string Message)
{
    /// <summary>What is wrong, by path of the member; null where no member is to blame.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public static GiftCardPartnersRefusal Invalid(IEnumerable<(string Path, string Complaint)> complaints) =>
        new(StatusCodes.Status400BadRequest, "The request is not valid.")
        {
            Errors = complaints
                .GroupBy(complaint => complaint.Path, complaint => complaint.Complaint, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
        };

    public static GiftCardPartnersRefusal Malformed(string message) => new(StatusCodes.Status400BadRequest, message);
}
