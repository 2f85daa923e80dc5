using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http;

/// <summary>What an adapter's wire client sends through: one per account, with the whole pipeline behind it. Safe for use by many callers at once.</summary>
public sealed class ProviderHttpClient
{
    /// <summary>Sends a request and reads a JSON answer.</summary>
    /// <typeparam name="T">The wire type of the answer.</typeparam>
    /// <param name="operation">What is asked.</param>
    /// <param name="path">Path and query, relative to the base address, escaped (see <see cref="ProviderPath"/>).</param>
    /// <param name="responseType">Generated type information of the answer.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="headers">Headers of this call alone; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The answer; its body is never null.</returns>
    /// <exception cref="GiftCardException">The provider refused, failed, could not be reached or answered unreadably.</exception>
    public Task<ProviderResponse<T>> SendAsync<T>(
        ProviderOperation operation,
        string path,
        JsonTypeInfo<T> responseType,
        ProviderBody? body = null,
        IReadOnlyList<KeyValuePair<string, string>>? headers = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();
}
