using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>GIFQ's own sandbox: play money and a mock catalog.</summary>
internal sealed class LiveGifqSample : IProviderSample
{
    public const string TokenVariable = "GIFQ_API_TOKEN";

    public string Title => "GIFQ (sandbox)";

    public string Account => "gifq";

    public string Address => "GIFQ's sandbox";

    public CatalogQuery Query { get; } = new() { Country = "US", Currency = "USD" };

    public TwinStrings? Twin => null;

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGifq(options => options.ApiToken = Environment.GetEnvironmentVariable(TokenVariable)!);
}
