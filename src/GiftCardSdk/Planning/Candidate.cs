using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Planning;

/// <summary>An account that could buy, with the order as it would go there.</summary>
internal sealed record Candidate(Account Account, OrderProposal Proposal, OrderRequest Order)
{
    public Plan ToPlan() =>
        new()
        {
            Provider = Account.Provider,
            JournalId = Account.JournalId,
            ProductId = Proposal.ProductId,
            Cost = Proposal.Cost,
            FaceValue = Proposal.FaceValue,
            Delivery = Proposal.Delivery,
            Country = Proposal.Country,
        };
}

/// <summary>Who could buy, the cheapest first, and in sentences why the others could not.</summary>
internal sealed record Candidates(IReadOnlyList<Candidate> Able, IReadOnlyList<string> Reasons);
