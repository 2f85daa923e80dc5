using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The way in.</summary>
internal sealed class GiftCardPartnersAccessOperations(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersAccess access,
    GiftCardPartnersAnswers answers
)
{
    public SandboxAnswer CreateToken(SandboxCall call)
    {
        var life =
            options.TokenExpiryUnit == GiftCardPartnersTokenUnit.Minutes
                ? options.TokenLifetime.TotalMinutes
                : options.TokenLifetime.TotalSeconds;
        return answers.Ok(new TokenReply(access.Issue(call.Now), (long)life), json => json.TokenReply);
    }
}
