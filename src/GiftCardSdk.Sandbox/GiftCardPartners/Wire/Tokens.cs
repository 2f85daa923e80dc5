namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

internal sealed record TokenReply(string Value, long ExpiresIn);
