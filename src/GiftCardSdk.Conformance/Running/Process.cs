using System.Collections.Concurrent;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conformance.Running;

/// <summary>One process of an application, from its start to its end or its death. The file of its journal outlives it, and nothing else.</summary>
internal sealed class Process : IAsyncDisposable
{
    private readonly ConcurrentBag<HttpMessageHandler> _handlers = [];
    private readonly RelationalJournal _file;
    private readonly CrashingJournal _journal;
    private readonly ServiceProvider _services;

    public Process(ConformanceStage stage, string journalPath, Func<JournalStep, bool>? diesAt)
    {
        _file = SqliteJournal.Open(new() { Path = journalPath }, stage.Clock);
        _journal = new(_file, diesAt);
        var services = Run.Bare(stage, out var builder);
        // One process after the other, and looking out for others would move the clock.
        services.Configure<ProviderHttpOptions>(static options => options.ShareRates = false);
        builder.UsePrimaryHandler(_ => Keep(Run.HandlerAt(stage)));
        services.AddSingleton<IOrderJournal>(_journal);
        stage.AddAccount(builder, Run.AccountName);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public IGiftCardAccount Account => GiftCards.GetAccount(Run.AccountName);

    private IGiftCards GiftCards => _services.GetRequiredService<IGiftCards>();

    /// <summary>Whether work comes to its end before the process dies.</summary>
    public Task<bool> SurvivesAsync(Task work) => _journal.SurvivesAsync(work);

    /// <summary>One pass of the resolver.</summary>
    public Task ResolveAsync() => GiftCards.Journal.ResolveAsync();

    /// <summary>What the file says of an order; null if it was never written down.</summary>
    public async Task<JournalEntry?> EntryAsync(OrderReference reference) =>
        await _file.FindAsync(new(Account.Provider, Account.Environment, Account.Name, OrderIdentity.PlaceOrder, reference));

    /// <summary>Ends the process. Of a dead one nobody can await the end of its work: what the operating system would close is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_journal.Died.IsCompleted)
        {
            foreach (var handler in _handlers)
            {
                handler.Dispose();
            }
        }
        else
        {
            await _services.DisposeAsync();
        }

        await _file.DisposeAsync();
    }

    private HttpMessageHandler Keep(HttpMessageHandler handler)
    {
        _handlers.Add(handler);
        return handler;
    }
}
