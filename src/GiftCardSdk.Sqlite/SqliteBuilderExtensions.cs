using GiftCardSdk;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the order journal in a SQLite database.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>
    /// Keeps the order journal in a SQLite database, for one machine: what was sent outlives a crash and a loss of power. Several processes may
    /// share it. The folder must exist, on a local disk.
    /// </summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="path">The file; made if it is not there, unless the settings say otherwise.</param>
    /// <param name="configure">Changes how it is opened; null for nothing.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <remarks>
    /// Opened with the first account, under a host at its start: an <see cref="OrderJournalException"/> then says what is wrong with it. A disk that
    /// is full, read-only or gone ends an order with <see cref="GiftCardSdk.GiftCardErrorCode.JournalUnavailable"/>, and nothing is sent.
    /// </remarks>
    public static GiftCardsBuilder UseSqliteJournal(
        this GiftCardsBuilder builder,
        string path,
        Action<SqliteJournalOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder
            .Services.AddOptions<SqliteJournalOptions>()
            .Configure(options => options.Path = path)
            .Configure(configure ?? (static _ => { }));
        builder.Services.Replace(
            ServiceDescriptor.Singleton<IOrderJournal>(static services =>
                SqliteJournal.Open(
                    services.GetRequiredService<IOptions<SqliteJournalOptions>>().Value,
                    services.GetRequiredService<TimeProvider>(),
                    services.GetService<ILogger<RelationalJournal>>()
                )
            )
        );
        return builder;
    }
}
