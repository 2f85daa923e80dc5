using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// The token, in a header, on every call but that of the recipient's page: there the path is the credential, and the token has no business.
/// </summary>
internal sealed class GifqCredentials(Func<IReadOnlyList<string>> tokens) : ProviderCredentials
{
    public const string Header = "X-Api-Token";

    /// <summary>What the recipient's page lies under; nothing of the merchant's does.</summary>
    private const string RedeemPagePath = "/api/payouts/";

    private readonly ApiKeyCredentials _keys = ApiKeyCredentials.Header(Header, tokens);

    public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsRecipientsPage(request) ? new(rejected == 0) : _keys.ApplyAsync(request, rejected, cancellationToken);
    }

    protected override IReadOnlyList<string> ReadIdentities() => tokens();

    private static bool IsRecipientsPage(HttpRequestMessage request) =>
        request.RequestUri?.AbsolutePath.Contains(RedeemPagePath, StringComparison.Ordinal) == true;
}
