namespace GiftCardSdk.Http.Internal;

/// <summary>What credentials remember about one call between its attempts: which of them were refused.</summary>
internal static class CredentialNote
{
    private static readonly HttpRequestOptionsKey<object?> Key = new("GiftCardSdk.Credential");

    public static object? Read(HttpRequestMessage request) =>
        request is ProviderRequest ours ? ours.CredentialNote
        : request.Options.TryGetValue(Key, out var note) ? note
        : null;

    public static void Write(HttpRequestMessage request, object note)
    {
        if (request is ProviderRequest ours)
        {
            ours.CredentialNote = note;
        }
        else
        {
            request.Options.Set(Key, note);
        }
    }
}
