namespace GiftCardSdk.Sandbox.Gifq.Wire;

/// <summary>The whole of an error body.</summary>
internal sealed record ErrorBody(string Message, string? RequestId)
{
    public string Status { get; } = "error";
}
