using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Giftbit, played by its twin.</summary>
internal sealed class GiftbitSample(GiftbitTwin twin) : IProviderSample, ITwinStrings
{
    public string Title => "Giftbit";

    public string Account => "giftbit";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Country = "US", Currency = "USD" };

    public ITwinStrings Twin => this;

    public int OrdersSold => twin.Ledger.Sales.Count;

    public int CardsSold => twin.Ledger.Sales.Sum(sale => sale.Cards);

    public int Duplicates => twin.Ledger.Duplicates;

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftbit(options =>
        {
            options.ApiToken = twin.ApiToken;
            options.BaseAddress = twin.BaseAddress;
        });

    public void LimitNextRead() =>
        twin.Faults.Add(
            new Fault
            {
                Operation = "funds.get",
                Kind = FaultKind.RateLimited,
                Times = 1,
                RetryAfter = TimeSpan.FromSeconds(1),
            }
        );

    public void LoseNextAnswer() =>
        twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

    public void Claim(Reward reward) => twin.Claim(reward.Id ?? reward.Link!.Reveal());
}
