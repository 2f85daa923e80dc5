using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Resolver;

namespace GiftCardSdk.Planning;

/// <summary>Finds out which accounts could buy what is wanted, and which of them know the reference already.</summary>
/// <param name="giftCards">All accounts.</param>
/// <param name="journal">The order journal.</param>
/// <param name="accounts">Finds an account by its orders.</param>
/// <param name="known">The configured accounts as the journal knows them.</param>
internal sealed class PlanSearch(
    IGiftCards giftCards,
    JournalAccess journal,
    AccountFinder accounts,
    Func<IReadOnlyCollection<JournalAccount>> known
)
{
    /// <summary>Refuses what makes no sense, and says which environment it is about: play money never competes with real money.</summary>
    /// <exception cref="ArgumentException">Something is missing, or the environments are mixed.</exception>
    public GiftCardEnvironment Check(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Product, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Order, nameof(request));
        if (request.Reference == default)
        {
            throw new ArgumentException(
                "Reference: a plan needs the caller's own id; use OrderReference.From(...) or .New().",
                nameof(request)
            );
        }

        if (request.Product is not { FaceValue: not null, Delivery: not null })
        {
            throw new ArgumentException("Product: a plan needs FaceValue and Delivery, such as 25.00 EUR and Returned.", nameof(request));
        }

        GiftCardEnvironment[] environments =
        [
            .. (
                request.Accounts?.Select(name => giftCards.GetAccount(name).Environment) ?? known().Select(account => account.Environment)
            ).Distinct(),
        ];
        return environments switch
        {
            [var only] => only,
            [] => throw new ArgumentException("Accounts: there is no account to choose from.", nameof(request)),
            _ => throw new ArgumentException(
                "Accounts: some are of the sandbox and some of production; name those of one environment.",
                nameof(request)
            ),
        };
    }

    /// <summary>Who could buy it now.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="environment">Play money or real money.</param>
    /// <param name="except">The names of accounts that were tried.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Candidates> FindAsync(
        PlanRequest request,
        GiftCardEnvironment environment,
        IReadOnlyCollection<string> except,
        CancellationToken cancellationToken
    )
    {
        var query = request.Product with { InStock = true };
        var result = await giftCards.Catalog.SearchAsync(query, request.Accounts, cancellationToken).ConfigureAwait(false);
        var able = new List<Candidate>();
        var reasons = result.Failures.Select(failure => $"{failure.Account}: {failure.Error.Message}").ToList();
        foreach (var found in result.Offers.Where(found => !except.Contains(found.Account, StringComparer.Ordinal)))
        {
            var (candidate, reason) = await JudgeAsync(request, environment, found).ConfigureAwait(false);
            if (reason is not null)
            {
                reasons.Add($"{found.Account}: {reason}");
            }

            if (candidate is not null && able.TrueForAll(other => other.Account != candidate.Account))
            {
                able.Add(candidate);
            }
        }

        if (result.Offers.Count == 0 && result.Failures.Count == 0)
        {
            reasons.Add($"no account's catalog has {Describe(query)}");
        }

        return new(able, reasons);
    }

    /// <summary>What a catalog was asked for, so that a misspelt brand or another currency is seen.</summary>
    private static string Describe(CatalogQuery query)
    {
        var wanted = query.Checked();
        string?[] parts =
        [
            wanted.Search is { } brand ? $"a brand with '{brand}' in its name" : "a product",
            wanted.Category is { } category ? $"in the category '{category}'" : null,
            wanted.Kind is { } kind ? $"of kind {kind}" : null,
            wanted.Country is { } country ? $"for {country}" : null,
            wanted.Currency is { } currency ? $"in {currency}" : null,
            $"at {wanted.FaceValue}",
            $"delivered as {wanted.Delivery}",
            "and in stock",
        ];
        return string.Join(", ", parts.Where(static part => part is not null)) + ".";
    }

    /// <summary>
    /// What the journal knows of a reference without a plan, such as one that was placed by hand: there it stays. Null if no account of ours may have
    /// bought it.
    /// </summary>
    public async Task<Plan?> FindInJournalAsync(PlanRequest request, GiftCardEnvironment environment, Plan? besides = null)
    {
        var entries = new List<JournalEntry>();
        foreach (var account in known().Where(account => account.Environment == environment))
        {
            var identity = new OrderIdentity(account.Provider, environment, account.JournalId, OrderIdentity.PlaceOrder, request.Reference);
            if (await journal.FindAsync(identity).ConfigureAwait(false) is { State: not OrderJournalState.Refused } entry)
            {
                entries.Add(entry);
            }
        }

        if (entries.Exists(entry => besides?.IsAt(entry.Identity) == true))
        {
            return null;
        }

        var first = entries
            .OrderBy(entry => entry.State != OrderJournalState.Accepted)
            .ThenBy(entry => entry.Identity.Account, StringComparer.Ordinal)
            .FirstOrDefault();
        return first is null ? null : ToPlan(request, first);
    }

    /// <summary>The order of a plan, as it went to its account or will go there.</summary>
    /// <exception cref="GiftCardException">The account is not configured here.</exception>
    /// <exception cref="ArgumentException">The caller makes no such order.</exception>
    public Candidate Rebuild(PlanRequest request, GiftCardEnvironment environment, Plan plan)
    {
        var identity = new OrderIdentity(plan.Provider, environment, plan.JournalId, OrderIdentity.PlaceOrder, request.Reference);
        var account = accounts(identity) ?? throw PlanningErrors.NotConfigured(request.Reference, plan);
        var proposal = new OrderProposal(
            account.Name,
            account.Provider,
            plan.ProductId,
            plan.FaceValue,
            plan.Delivery,
            plan.Country,
            plan.Cost
        );
        return OrderOf(request, proposal) is { } order
            ? new(account, proposal, order)
            : throw new ArgumentException(
                $"Order: null was given for the account '{account.Name}', but the reference '{request.Reference}' went there before; the same proposal must give the same order.",
                nameof(request)
            );
    }

    private async ValueTask<(Candidate? Candidate, string? Reason)> JudgeAsync(
        PlanRequest request,
        GiftCardEnvironment environment,
        FoundOffer found
    )
    {
        var account = ((IAccountHolder)giftCards.GetAccount(found.Account)).Account;
        var proposal = new OrderProposal(
            found.Account,
            account.Provider,
            found.Product.Id,
            request.Product.FaceValue!.Value,
            request.Product.Delivery!.Value,
            CountryOf(request.Product, account, found.Offer),
            found.Cost
        );
        if (OrderOf(request, proposal) is not { } order)
        {
            return default;
        }

        var identity = new OrderIdentity(account.Provider, environment, account.JournalId, OrderIdentity.PlaceOrder, request.Reference);
        return MisfitOf(account, order) is { } misfit ? (null, misfit)
            : await journal.FindAsync(identity).ConfigureAwait(false) is null or { State: OrderJournalState.Refused, MovedTo: null }
                ? (new(account, proposal, order), null)
            : (null, "the reference has left this account, or may exist there.");
    }

    private static string? MisfitOf(Account account, OrderRequest order)
    {
        try
        {
            OrderValidation.Check(account, order);
            return account.Adapter.FindMistakes(order).FirstOrDefault();
        }
        catch (GiftCardException misfit)
        {
            return misfit.Message;
        }
    }

    private static OrderRequest? OrderOf(PlanRequest request, OrderProposal proposal) =>
        request.Order(proposal) is not { } order ? null
        : order.Reference == request.Reference ? order
        : throw new ArgumentException(
            $"Order: the order for the account '{proposal.Account}' has the reference '{order.Reference}', the plan '{request.Reference}'; they must be the same.",
            nameof(request)
        );

    /// <summary>The country that a line names: none where the provider does not ask for it; the offer's only one where nobody said which.</summary>
    private static string? CountryOf(CatalogQuery query, Account account, Offer? offer) =>
        account.Adapter.Capabilities.ShapeFor(query.Delivery!.Value)?.RuleOf(OrderField.Country) is null or FieldRule.Forbidden ? null
        : query.Country is { } asked ? asked.ToUpperInvariant()
        : offer?.Countries.Codes is [var only] ? only
        : null;

    private Plan ToPlan(PlanRequest request, JournalEntry entry)
    {
        var account = accounts(entry.Identity);
        return account is not null && entry is { Lines: [var line, ..], Delivery: { } delivery }
            ? new()
            {
                Provider = entry.Identity.Provider,
                JournalId = entry.Identity.Account,
                ProductId = line.ProductId,
                FaceValue = line.FaceValue,
                Delivery = delivery,
                Country = CountryOf(request.Product, account, null),
            }
            : throw PlanningErrors.OnlyATombstone(request.Reference, entry);
    }
}
