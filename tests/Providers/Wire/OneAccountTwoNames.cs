using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Providers.Wire;

/// <summary>What every adapter keeps of names, ids in the journal and credentials; each provider's tests say how an account of it is added.</summary>
/// <param name="add">Adds an account of a name, an id in the journal and a key.</param>
internal sealed class OneAccountTwoNames(Action<GiftCardsBuilder, string, string?, string> add)
{
    /// <summary>Two names with one key are refused, and the message shows no key; with one id, or with a key for each, they are fine.</summary>
    public void Check()
    {
        var refusal = Should.Throw<OptionsValidationException>(() => Names(("a", null, "key-1"), ("b", null, "key-1")));
        refusal.Message.ShouldContain("'a'");
        refusal.Message.ShouldNotContain("key-1");
        Names(("a", null, "key-1"), ("b", "a", "key-1")).ShouldBe(["a", "b"]);
        Names(("a", null, "key-1"), ("b", null, "key-2")).ShouldBe(["a", "b"]);
        Should.Throw<OptionsValidationException>(() => Names(("a", null, "key-1"), ("b", "a", "key-2"))).Message.ShouldContain("JournalId");
    }

    private string[] Names(params (string Name, string? JournalId, string Key)[] accounts)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IOrderJournal>(new InMemoryOrderJournal());
        var builder = services.AddGiftCards();
        foreach (var (name, journalId, key) in accounts)
        {
            add(builder, name, journalId, key);
        }

        using var container = services.BuildServiceProvider();
        return [.. container.GetRequiredService<IGiftCards>().Accounts.Select(account => account.Name)];
    }
}
