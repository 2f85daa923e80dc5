namespace GiftCardSdk.Http.Internal;

/// <summary>Makes the innermost handler of an account in place of ours: a corporate proxy, or a stub in a test.</summary>
/// <param name="Create">Given the name of the client. Must send what it is given once.</param>
internal sealed record PrimaryHandlerFactory(Func<string, HttpMessageHandler> Create);
