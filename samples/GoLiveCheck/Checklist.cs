using System.Globalization;
using GiftCardSdk;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace GoLiveCheck;

/// <summary>How a step of the list went.</summary>
internal enum Verdict
{
    Passed,
    Failed,

    /// <summary>No call shows it: a person has to see to it.</summary>
    ByHand,
}

/// <summary>One step of the list.</summary>
internal sealed record Step(string What, Verdict Verdict, string Detail);

/// <summary>What every account must show before real money flows, and then what its provider asks for besides.</summary>
internal sealed class Checklist(IGiftCardAccount account, IServiceProvider services)
{
    private readonly List<Step> _steps = [];

    public async Task<IReadOnlyList<Step>> RunAsync()
    {
        var isDurable = services.GetRequiredService<IOrderJournal>().IsDurable;
        Add(
            "a journal that outlives a crash",
            isDurable || account.Environment == GiftCardEnvironment.Sandbox,
            isDurable ? "durable" : "in memory: for tests alone"
        );
        await TryAsync("credentials and money", ReadBalancesAsync);
        await TryAsync("catalog", ReadCatalogAsync);
        await TryAsync("a product that is gone is told", AskForAProductThatIsGoneAsync);
        await TryAsync("an order is found by its reference", FindNothingAsync);
        foreach (var (what, read) in ProviderSteps.Of(account))
        {
            await TryAsync(what, read);
        }

        _steps.AddRange(ProviderSteps.ByHand(account.Provider).Select(what => new Step(what, Verdict.ByHand, "")));
        return _steps;
    }

    private async Task<string> ReadBalancesAsync()
    {
        var balances = await account.Balances.ListAsync();
        return balances.Any(balance => balance.Available.Amount > 0)
            ? string.Join(", ", balances.Select(balance => balance.Available))
            : throw new CheckFailedException("the credentials are right, but there is no money to spend");
    }

    private async Task<string> ReadCatalogAsync()
    {
        var (products, first) = (0, default(Product));
        await foreach (var product in account.Catalog.ListAsync())
        {
            products++;
            first ??= product;
        }

        if (first is null)
        {
            throw new CheckFailedException("it is empty: ask the provider which products the account may buy");
        }

        var fresh = await account.Catalog.GetAsync(first.Id);
        return string.Create(CultureInfo.InvariantCulture, $"{products} products; '{fresh.Brand}' was read afresh");
    }

    private async Task<string> AskForAProductThatIsGoneAsync()
    {
        try
        {
            await account.Catalog.GetAsync("no-such-product");
        }
        catch (GiftCardException gone) when (gone.Code is GiftCardErrorCode.ProductUnavailable or GiftCardErrorCode.NotFound)
        {
            return $"as {gone.Code}";
        }

        throw new CheckFailedException("the provider showed a product that does not exist");
    }

    private async Task<string> FindNothingAsync()
    {
        if (!account.Capabilities.Supports(GiftCardFeature.FindByReference))
        {
            return "not at this provider; the journal alone knows";
        }

        try
        {
            return await account.Status.FindAsync(OrderReference.New(), RewardDetail.None) is null
                ? "nothing stands under a new one"
                : throw new CheckFailedException("an order was found under a reference that nobody has placed");
        }
        catch (GiftCardException unsure) when (unsure.Code == GiftCardErrorCode.OutcomeUnknown)
        {
            return "orders can be read; a miss proves nothing at this provider";
        }
    }

    private async Task TryAsync(string what, Func<Task<string>> read)
    {
        try
        {
            Add(what, true, await read());
        }
        catch (Exception failure) when (failure is GiftCardException or CheckFailedException)
        {
            Add(what, false, failure.Message);
        }
    }

    private void Add(string what, bool isPassed, string detail) =>
        _steps.Add(new(what, isPassed ? Verdict.Passed : Verdict.Failed, detail));
}

/// <summary>The provider answered, and it is not what going live needs.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
