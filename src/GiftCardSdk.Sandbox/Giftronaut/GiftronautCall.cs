namespace GiftCardSdk.Sandbox;

/// <summary>A request that has been let in, with the app that sent it and the account it acts on.</summary>
internal sealed record GiftronautCall(SandboxCall Http, GiftronautClient Client, GiftronautAccount Account)
{
    public DateTimeOffset Now => Http.Now;
}
