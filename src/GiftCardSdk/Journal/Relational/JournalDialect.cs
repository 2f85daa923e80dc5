using System.Data.Common;

namespace GiftCardSdk.Journal.Relational;

/// <summary>
/// What one kind of database says or does in its own way. The statements themselves are the same everywhere: they keep to what PostgreSQL and
/// SQLite have in common. A further dialect is worth no more than the tests that ran against it.
/// </summary>
public abstract class JournalDialect
{
    /// <summary>The database's name in messages, such as <c>PostgreSQL</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the journal itself puts the writes of callers at the same time into one transaction, on one connection: for an engine that has one
    /// writer at a time and would flush for each. False where the engine does so by itself.
    /// </summary>
    public virtual bool GroupsWrites => false;

    /// <summary>Whether the driver's <see cref="DbConnection.CanCreateBatch"/> may be used, so that several statements are one round trip.</summary>
    public virtual bool HasBatches => false;

    /// <summary>What begins a transaction that will write.</summary>
    public virtual string Begin => "BEGIN";

    /// <summary>Run first in the transaction that makes or changes the tables, so that one process does it at a time; null if none is needed.</summary>
    public virtual string? LockSchema => null;

    /// <summary>Counts the tables named <c>gift_card_settings</c> that the statements would find: 0 or 1, and no error where there is none.</summary>
    public abstract string CountTables { get; }

    /// <summary>Gives a parameter the name by which the statements mean it: they write <c>$1</c>, <c>$2</c> and so on.</summary>
    /// <param name="number">From 1.</param>
    /// <returns>The name for the driver; empty where it goes by the order of the parameters.</returns>
    public virtual string ParameterName(int number) => "";

    /// <summary>Whether a statement failed because the journal's tables are not there.</summary>
    /// <param name="failure">What the driver raised.</param>
    /// <returns>True if they are missing.</returns>
    public abstract bool IsMissingTable(DbException failure);

    /// <summary>What a failure was, in words that quote no value: a driver's own message may hold one.</summary>
    /// <param name="failure">What the driver raised.</param>
    /// <returns>Such as the name of the exception and the database's code.</returns>
    public virtual string Describe(DbException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.SqlState is { } state ? $"{failure.GetType().Name}, SQL state {state}" : failure.GetType().Name;
    }

    /// <summary>
    /// Selects one word that says which history of which database this is: another one than the last time says that it was restored from a backup, or
    /// that another server has taken over, which may not have everything that was committed. A word with more behind a further slash is the same.
    /// Null if the database does not say.
    /// </summary>
    public virtual string? SelectIdentity => null;

    /// <summary>
    /// Selects the time by the database's own clock, in whole milliseconds of Unix time: several machines that buy may disagree on it. Null, the default,
    /// where the clock is that of the one machine, or the database does not say.
    /// </summary>
    public virtual string? SelectTime => null;

    /// <summary>Whether the identity could not be selected since this user may not ask for it, or this server does not know.</summary>
    /// <param name="failure">What the driver raised.</param>
    /// <returns>True if the journal goes without.</returns>
    public virtual bool HidesIdentity(DbException failure) => false;
}
