namespace GiftCardSdk.Providers.Wire;

/// <summary>One operation of a provider.</summary>
/// <typeparam name="TApi">The provider's own interface.</typeparam>
/// <param name="example">The name of the documented request and answer.</param>
/// <param name="call">The call that sends that request.</param>
/// <param name="isReadLikeAnother">Whether another operation's answer is read by the same reader, so that there is nothing more to learn from garbling this one.</param>
internal sealed class WireCall<TApi>(string example, Func<TApi, Task> call, bool isReadLikeAnother = false)
{
    public bool IsReadLikeAnother => isReadLikeAnother;

    public string Example => example;

    public Func<TApi, Task> Call => call;

    /// <summary>The documented answer; empty where there is none to read.</summary>
    public string Answer => Wire.Example.Read(example);

    public void Deconstruct(out string answer, out Func<TApi, Task> sends) => (answer, sends) = (Answer, call);
}
