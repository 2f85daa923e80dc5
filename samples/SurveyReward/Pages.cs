using System.Text.Encodings.Web;
using GiftCardSdk;
using Microsoft.AspNetCore.Http;

namespace SurveyReward;

/// <summary>Two small pages.</summary>
internal static class Pages
{
    public static IResult Question() =>
        Page("Our coffee", "<form method=post><label>How was it? <input name=answer required></label> <button>Send</button></form>");

    public static IResult Reward(Shown shown) =>
        shown switch
        {
            { Card: { } card } => Page("Thank you", $"<p>Your card: {Redeemable(card)}"),
            { IsOnItsWay: true } => Page("Thank you", "<meta http-equiv=refresh content=3><p>We will show your card here soon."),
            _ => Page("Thank you", "<p>Your card needs a look from us. We have noted that it is yours."),
        };

    /// <summary>Here the secret leaves. What a provider sends is text; only an https address becomes a link.</summary>
    private static string Redeemable(Reward card)
    {
        var secret = card.Redeemable!.Reveal();
        var text = HtmlEncoder.Default.Encode(secret);
        var pin = card.Pin is { } value ? $", PIN {HtmlEncoder.Default.Encode(value.Reveal())}" : "";
        var isLink = Uri.TryCreate(secret, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps;
        return (isLink ? $"<a href=\"{text}\" rel=noreferrer>{text}</a>" : text) + pin;
    }

    private static IResult Page(string title, string body) =>
        Results.Content(
            $"<!doctype html><meta name=viewport content=\"width=device-width\"><style>body{{font:1.1rem system-ui;margin:3rem;color-scheme:light dark}}</style><title>{title}</title><h1>{title}</h1>{body}",
            "text/html; charset=utf-8"
        );
}
