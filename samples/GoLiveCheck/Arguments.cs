using System.Globalization;
using System.Net.Mail;
using GiftCardSdk;

namespace GoLiveCheck;

/// <summary>The one card that is to be bought for real.</summary>
internal sealed record Send(string Account, string ProductId, Money FaceValue, string Email);

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments(string? Settings, Send? Send)
{
    public const string Usage =
        "Run it without arguments, or with a settings file, and behind it --send <account> <product> <amount> <currency> <address>: settings.json --send giftbit amazonus 5 USD me@mail.example";

    /// <summary>Reads the arguments; null if they are not understood.</summary>
    public static Arguments? Parse(string[] args) =>
        args switch
        {
            [] => new(null, null),
            [var settings] when !settings.StartsWith('-') => new(settings, null),
            [var settings, "--send", var account, var product, var amount, { Length: 3 } currency, var email]
                when decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                    && value > 0
                    && currency.All(char.IsAsciiLetter)
                    && MailAddress.TryCreate(email, out _) => new(settings, new(account, product, Money.Of(value, currency), email)),
            _ => null,
        };
}
