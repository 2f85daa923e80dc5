using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Gift Card Partners, played by its twin.</summary>
internal sealed class GiftCardPartnersSample(GiftCardPartnersTwin twin) : IProviderSample, ITwinStrings
{
    public string Title => "Gift Card Partners";

    public string Account => "giftcardpartners";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public ITwinStrings Twin => this;

    public int OrdersSold => twin.Ledger.Sales.Count;

    public int CardsSold => twin.Ledger.Sales.Sum(sale => sale.Cards);

    public int Duplicates => twin.Ledger.Duplicates;

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftCardPartners(options =>
        {
            options.BaseAddress = twin.BaseAddress;
            options.Email = twin.Email;
            options.AccessToken = twin.AccessToken;
        });

    public void LimitNextRead() =>
        twin.Faults.Add(
            new Fault
            {
                Operation = "balance.get",
                Kind = FaultKind.RateLimited,
                Times = 1,
                RetryAfter = TimeSpan.FromSeconds(1),
            }
        );

    public void LoseNextAnswer() =>
        twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

    public void Claim(Reward reward) => twin.Claim(reward.Id ?? reward.Link!.Reveal());
}
