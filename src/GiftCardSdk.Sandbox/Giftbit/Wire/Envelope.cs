namespace GiftCardSdk.Sandbox.Giftbit.Wire;

/// <summary>The short report in every 200 body.</summary>
internal sealed record Info(string Code, string Name, string Message);

/// <summary>The cause in every other body.</summary>
internal sealed record ErrorDetail(string Code, string Name, string Message);

/// <summary>The whole of an error body; <see cref="Message"/> and <see cref="Campaign"/> are the extra members that were recorded.</summary>
internal sealed record ErrorBody(ErrorDetail Error, int Status)
{
    public string? Message { get; init; }

    public CampaignStub? Campaign { get; init; }
}

/// <summary>The half-filled order of an error body; its uuid is that of no order.</summary>
internal sealed record CampaignStub(string Uuid, string? Id, string Status);

internal sealed record PingReply(string Username, string Displayname, Info Info);
