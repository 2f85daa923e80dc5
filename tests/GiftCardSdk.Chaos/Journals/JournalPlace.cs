using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.Chaos.Journals;

/// <summary>A journal as every process of a run opens it.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Address">The path of the file, or the connection to the database; empty for memory.</param>
internal sealed record JournalPlace(JournalKind Kind, string Address)
{
    /// <summary>The journal in memory: an object that outlives the containers which use it, one after the other.</summary>
    private static readonly InMemoryOrderJournal Memory = new();

    public void AddTo(GiftCardsBuilder builder)
    {
        switch (Kind)
        {
            case JournalKind.Sqlite:
                builder.UseSqliteJournal(Address);
                break;
            case JournalKind.Postgres:
                builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(Address));
                builder.UsePostgreSqlJournal(services => services.GetRequiredService<NpgsqlDataSource>());
                break;
            default:
                builder.Services.AddSingleton<IOrderJournal>(Memory);
                break;
        }
    }

    /// <summary>The kind alone.</summary>
    public override string ToString() => $"{Kind}";
}
