using GiftCardSdk.Adapters;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace GiftCardSdk.Tool.Sessions;

/// <summary>The accounts of one run of the command. Nothing goes on in the background: what a command does, it does itself.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly GiftCardSandbox? _sandbox;
    private readonly ServiceProvider _services;
    private readonly NpgsqlDataSource? _database;

    private Session(ServiceProvider services, GiftCardSandbox? sandbox, NpgsqlDataSource? database, string source, string? journal)
    {
        (_services, _sandbox, _database, Source, Journal) = (services, sandbox, database, source, journal);
        GiftCards = services.GetRequiredService<IGiftCards>();
        Time = services.GetRequiredService<TimeProvider>();
    }

    public IGiftCards GiftCards { get; }

    public IServiceProvider Services => _services;

    public TimeProvider Time { get; }

    /// <summary>Where the settings come from, in words.</summary>
    public string Source { get; }

    /// <summary>Where the journal is, without what opens it; null if there is none.</summary>
    public string? Journal { get; }

    /// <summary>Whether there is one to read.</summary>
    public bool HasJournal { get; private init; }

    /// <summary>The journal's file; null if it is no file.</summary>
    public string? JournalFile { get; private init; }

    /// <summary>The account that was named, or all.</summary>
    public IReadOnlyList<IGiftCardAccount> AccountsOf(string? name) => name is null ? GiftCards.Accounts : [AccountOf(name)];

    /// <summary>The account of a name that was typed.</summary>
    public IGiftCardAccount AccountOf(string name) =>
        GiftCards.TryGetAccount(name, out var account)
            ? account
            : throw new ToolException(
                $"The settings have no account '{name}'; they have {string.Join(", ", GiftCards.Accounts.Select(static known => $"'{known.Name}'"))}.",
                ExitCode.Usage
            );

    /// <summary>This session, if it has a journal.</summary>
    public Session WithJournal() =>
        HasJournal
            ? this
            : throw new ToolException("This needs the order journal, and the settings name none that is there.", ExitCode.Usage);

    public static async Task<Session> OpenAsync(ToolConsole console, SessionRequest request, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => StandardErrorLog.AddTo(logging, console));
        services.AddHealthChecks().AddGiftCards();
        var builder = services.AddGiftCards().AddBatches().KeepOrderHistory();
        // To read what the cluster has told of its batches; nothing is started here, so nothing is carried out.
        services.AddQuartz(static quartz => quartz.AddGiftCardBatches());
        if (!request.IsSandbox)
        {
            return OpenConfigured(console, request, builder);
        }

        var sandbox = await GiftCardSandbox.StartAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        builder.AddTwins(sandbox);
        Limit(builder, request.Limits);
        return new(
            services.BuildServiceProvider(),
            sandbox,
            null,
            "the sandbox inside this command: play money, gone when it ends",
            "in memory"
        )
        {
            HasJournal = true,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync().ConfigureAwait(false);
        if (_database is not null)
        {
            await _database.DisposeAsync().ConfigureAwait(false);
        }

        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Session OpenConfigured(ToolConsole console, SessionRequest request, GiftCardsBuilder builder)
    {
        var settings = SettingsFile.Read(console, request.Config);
        foreach (var strange in builder.AddConfigured(settings.Section))
        {
            console.Error.WriteLine($"{strange} is not read; there are {ConfiguredAccounts.Known}.");
        }

        if (!Registered(builder).Any())
        {
            throw new ToolException(Hints.NoAccounts(settings.Path), ExitCode.Usage);
        }

        Limit(builder, request.Limits);
        var journal = JournalPlace.Parse(settings);
        if (journal is null && request.Journal != JournalUse.Optional)
        {
            throw new ToolException(Hints.NoJournal(settings.Path), ExitCode.Usage);
        }

        var isThere = journal is not null && (journal.File is not { } file || File.Exists(file));
        if (!isThere && request.Journal == JournalUse.Optional)
        {
            // Nothing is bought in such a session, so nothing has to be remembered.
            builder.ConfigureOrdering(static ordering => ordering.AllowMemoryJournalInProduction = true);
            return new(Checked(builder), null, null, settings.Source, journal is null ? null : $"{journal.Shown}: not there yet");
        }

        var database = journal!.Use(builder, mayCreate: request.Journal == JournalUse.Buys);
        return new(Checked(builder), null, database, settings.Source, journal.Shown) { HasJournal = true, JournalFile = journal.File };
    }

    private static IEnumerable<AccountRegistration> Registered(GiftCardsBuilder builder) =>
        builder
            .Services.Where(static service => !service.IsKeyedService)
            .Select(static service => service.ImplementationInstance)
            .OfType<AccountRegistration>();

    private static void Limit(GiftCardsBuilder builder, SpendingLimits? limits)
    {
        foreach (var account in limits is null ? [] : Registered(builder).ToList())
        {
            builder.LimitSpending(account.Name, limits!);
        }
    }

    /// <summary>Every mistake in the settings, before anything is done.</summary>
    private static ServiceProvider Checked(GiftCardsBuilder builder)
    {
        var services = builder.Services.BuildServiceProvider();
        services.GetService<IStartupValidator>()?.Validate();
        return services;
    }
}
