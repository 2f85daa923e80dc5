namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>The names of what belongs to the journal as a whole.</summary>
internal static class JournalSetting
{
    /// <summary>The key of the fingerprints, as base64.</summary>
    public const string FingerprintKey = "fingerprint-key";

    /// <summary>Which version of the tables this is.</summary>
    public const string SchemaVersion = "schema-version";

    /// <summary>The journal's own id, made with its tables.</summary>
    public const string JournalId = "journal-id";

    /// <summary>How many commits there were, where the journal groups its writes.</summary>
    public const string Commits = "commits";

    /// <summary>Which history of which database this is; see <see cref="JournalDialect.SelectIdentity"/>.</summary>
    public const string Database = "database";

    /// <summary>What a person writes there after a restore that nothing else tells of.</summary>
    public const string Restored = "restored";

    /// <summary>The time in which orders may have been sent that the journal does not know, as two counts of ticks.</summary>
    public const string Gap = "gap";
}
