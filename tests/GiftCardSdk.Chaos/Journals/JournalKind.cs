namespace GiftCardSdk.Chaos.Journals;

/// <summary>Where the order journal is kept.</summary>
internal enum JournalKind
{
    /// <summary>In a file that two processes share.</summary>
    Sqlite,

    /// <summary>In a database: two processes at a time.</summary>
    Postgres,

    /// <summary>In memory: outlives the SDK's restarts in one process, and no crash.</summary>
    Memory,
}
