using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>A neutral order in Giftronaut's words.</summary>
internal static class GiftronautOrderBody
{
    private const string Utc = "UTC";

    public static GiftronautNewOrder Email(OrderSubmission submission)
    {
        var request = submission.Request;
        var options = OptionsOf(request);
        return new()
        {
            ProductId = request.Lines[0].ProductId,
            Recipients = [.. request.Lines.Select((line, index) => Recipient(line, options.Lines.GetValueOrDefault(index)))],
            EmailSetting = new()
            {
                SenderName = WireText.OrNull(request.Message?.SenderName),
                Subject = WireText.OrNull(request.Message?.Subject),
                Message = WireText.OrNull(request.Message?.Body),
                TemplateId = WireText.OrNull(request.TemplateId),
            },
            SendTiming = request.SendAt is { } at ? GiftronautSendTiming.At(at, options.TimeZone ?? Utc) : GiftronautSendTiming.Immediate,
            RefundOption = RefundOption(options),
        };
    }

    public static GiftronautNewRewardLinks Links(OrderSubmission submission, string cardType)
    {
        var line = submission.Request.Lines[0];
        return new()
        {
            CardType = cardType,
            ProductId = line.ProductId,
            Quantity = line.Quantity,
            AmountPerLink = GiftronautAmounts.Plain(line.FaceValue.Amount),
            RefundOption = RefundOption(OptionsOf(submission.Request)),
        };
    }

    private static GiftronautRecipient Recipient(OrderLine line, GiftronautLineOptions? options) =>
        new()
        {
            Email = line.Recipient?.Email?.Trim() ?? "",
            Amount = GiftronautAmounts.Plain(line.FaceValue.Amount),
            FirstName = WireText.OrNull(line.Recipient?.FirstName),
            LastName = WireText.OrNull(line.Recipient?.LastName),
            Company = WireText.OrNull(options?.Company),
            Department = WireText.OrNull(options?.Department),
        };

    private static GiftronautOrderOptions OptionsOf(OrderRequest request) =>
        request.OptionsOf<GiftronautOrderOptions>() ?? new GiftronautOrderOptions();

    /// <summary>False is the default, and the quickstart sends none.</summary>
    private static bool? RefundOption(GiftronautOrderOptions options) => options.RefundOption ? true : null;
}
