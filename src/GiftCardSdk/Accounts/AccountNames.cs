using GiftCardSdk.Adapters;
using GiftCardSdk.Texts;

namespace GiftCardSdk.Accounts;

/// <summary>The rule for names of accounts: they are part of what makes an order the same order.</summary>
internal static class AccountNames
{
    public static void Check(AccountRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentException.ThrowIfNullOrWhiteSpace(registration.Name, nameof(registration));
        if (DeliverableText.MistakeOf(registration.Name, TextKind.Line) is { } mistake)
        {
            throw new ArgumentException($"Name of an account: {mistake}", nameof(registration));
        }
    }
}
