namespace GiftCardSdk.Journal;

/// <summary>A small document beside the orders. It holds nothing that could be spent or that names a person: no code, PIN, link, token or address.</summary>
public sealed record JournalRecord
{
    /// <summary>What it is, such as <c>webhook</c>; whoever writes records has kinds of its own.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one of its kind; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Counts the writes, from 1; what compare-and-swap compares.</summary>
    public long Version { get; init; } = 1;

    /// <summary>What lists select by, such as an account; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>From when somebody has to look at it again; null for never.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was first written; never changes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What it says: JSON of the writer's own.</summary>
    public required string Body { get; init; }

    /// <summary>The record that follows this one, with the next version.</summary>
    /// <param name="body">What it says now.</param>
    /// <param name="now">The time of the write.</param>
    /// <param name="dueAt">From when somebody has to look at it again; null for never.</param>
    /// <returns>The record, not yet written.</returns>
    public JournalRecord Next(string body, DateTimeOffset now, DateTimeOffset? dueAt = null) =>
        this with
        {
            Version = Version + 1,
            Body = body,
            UpdatedAt = now,
            DueAt = dueAt,
        };

    /// <summary>Kind, id and version.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => FormattableString.Invariant($"JournalRecord {{ {Kind}/{Id}, version {Version} }}");
}

/// <summary>Which records are wanted. All that is set must match.</summary>
public sealed record JournalRecordQuery
{
    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The group; null for any.</summary>
    public string? Group { get; init; }

    /// <summary>Only what is due before this time; null for any, and for those that are never due.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Only what was first written at this time or later; null for any.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only what was last written before this time; null for any.</summary>
    public DateTimeOffset? UpdatedBefore { get; init; }

    /// <summary>Whether a record is wanted.</summary>
    /// <param name="record">The record.</param>
    /// <returns>True if all that is set matches.</returns>
    public bool Matches(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Kind == record.Kind
            && (Group is null || Group == record.Group)
            && (DueBefore is null || record.DueAt < DueBefore)
            && (CreatedFrom is null || record.CreatedAt >= CreatedFrom)
            && (UpdatedBefore is null || record.UpdatedAt < UpdatedBefore);
    }
}
