using System.Globalization;

namespace GiftCardSdk.Conformance.Running;

/// <summary>Recipients and texts: such that differ from line to line, and such that can be found again wherever they leak to.</summary>
internal static class Personal
{
    /// <summary>The same line for somebody else, where it names somebody.</summary>
    public static OrderLine AnotherLine(OrderLine line, int index) =>
        line.Recipient is not { } recipient
            ? line
            : line with
            {
                Recipient = recipient with
                {
                    Email = recipient.Email is null ? null : string.Create(CultureInfo.InvariantCulture, $"line{index}.{recipient.Email}"),
                    Phone = recipient.Phone is { Length: > 1 } phone
                        ? string.Create(CultureInfo.InvariantCulture, $"{phone[..^1]}{(phone[^1] - '0' + index) % 10}")
                        : null,
                },
            };

    /// <summary>The same order with texts and recipients that occur nowhere else.</summary>
    public static OrderRequest WithCanaries(OrderRequest request) =>
        request with
        {
            Message = request.Message is { } message
                ? message with
                {
                    Subject = message.Subject is null ? null : "Canary subject quickstep",
                    Body = message.Body is null ? null : "Canary body marmalade.",
                }
                : null,
            Lines = [.. request.Lines.Select(line => line with { Recipient = line.Recipient is { } recipient ? Canary(recipient) : null })],
        };

    /// <summary>Everything in an order that is somebody's own.</summary>
    public static IEnumerable<string> TextsOf(OrderRequest request) =>
        request
            .Lines.SelectMany(line =>
                new[] { line.Recipient?.Name, line.Recipient?.Email, line.Recipient?.Phone, line.Recipient?.PostalAddress?.Line1 }
            )
            .Concat([request.Message?.Subject, request.Message?.Body])
            .OfType<string>();

    private static Recipient Canary(Recipient recipient) =>
        recipient with
        {
            Name = recipient.Name is null ? null : "Canarina Featherstone",
            Email = recipient.Email is null ? null : "canarina.featherstone@canary.example",
            PostalAddress = recipient.PostalAddress is { } address ? address with { Line1 = "77 Canary Perch" } : null,
        };
}
