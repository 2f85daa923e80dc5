using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Conformance.Running;

/// <summary>Recipients and texts: such that differ from line to line, and such that can be found again wherever they leak to.</summary>
internal static class TestRecipients
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

    /// <summary>The texts of a message that the kit writes itself: a word each, which looks the same in every encoding and occurs nowhere else.</summary>
    private static readonly (OrderField Field, string Word, Func<OrderMessage, string, OrderMessage> Write)[] Words =
    [
        (OrderField.Subject, "Quicksteporama", static (message, word) => message with { Subject = word }),
        (OrderField.Body, "Marmaladery", static (message, word) => message with { Body = word }),
        (OrderField.SenderName, "Featherstonian", static (message, word) => message with { SenderName = word }),
    ];

    /// <summary>The same order with a word in each text that the shape has a place for and the adapter takes, and those words.</summary>
    public static (OrderRequest Order, IReadOnlyDictionary<OrderField, string> Words) WithWords(
        OrderRequest request,
        OrderShape shape,
        GiftCardAdapter adapter
    )
    {
        var written = new Dictionary<OrderField, string>();
        foreach (var (field, word, write) in Words.Where(word => shape.RuleOf(word.Field) != FieldRule.Forbidden))
        {
            var more = request with { Message = write(request.Message ?? new(), word) };
            // A text may be one that the rest of the order leaves no place for, such as a template's.
            if (shape.FindMistakes(more).Count == 0 && !adapter.FindMistakes(more).Any())
            {
                (request, written[field]) = (more, word);
            }
        }

        return (request, written);
    }

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
