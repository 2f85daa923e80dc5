namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

/// <summary>How a physical card travels.</summary>
internal sealed record ShippingMethod(string Id, string Name, string Description, decimal Cost, string FulfillmentGroup);

/// <summary>The printed holder of a physical card, not the courier.</summary>
internal sealed record Carrier(string Id, string Name, string Description, string FulfillmentGroup, string ImagePath);

internal sealed record Branding(string Id, string Name, string Description);

internal sealed record Department(string Id, string Name);

internal sealed record StatusReply(string Status);
