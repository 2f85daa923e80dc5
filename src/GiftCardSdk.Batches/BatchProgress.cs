namespace GiftCardSdk.Batches;

/// <summary>How far a batch is. The counts are those of one run: a line that an earlier run bought counts when this one has come to it.</summary>
public sealed record BatchProgress
{
    /// <summary>What the batch is called.</summary>
    public required string Name { get; init; }

    /// <summary>How many lines there are; null if that is not known.</summary>
    public long? ExpectedLines { get; init; }

    /// <summary>Lines that this run has bought.</summary>
    public long Bought { get; init; }

    /// <summary>Lines that had been bought before this run came to them.</summary>
    public long BoughtBefore { get; init; }

    /// <summary>Lines of which no card comes (<see cref="BatchLineStatus.Refused"/>).</summary>
    public long Refused { get; init; }

    /// <summary>Lines whose reference stands for other content.</summary>
    public long Changed { get; init; }

    /// <summary>Lines of which it is not known whether they were bought.</summary>
    public long Unknown { get; init; }

    /// <summary>Lines that a person has to decide on.</summary>
    public long Parked { get; init; }

    /// <summary>Lines that were given up for now (<see cref="BatchLineStatus.NotPlaced"/>).</summary>
    public long NotPlaced { get; init; }

    /// <summary>Lines that wait to be tried again.</summary>
    public int Waiting { get; init; }

    /// <summary>Lines that are bought, now or before.</summary>
    public long Done => Bought + BoughtBefore;

    /// <summary>Lines that have ended, in whatever way.</summary>
    public long Ended => Done + Refused + Changed + Unknown + Parked + NotPlaced;

    /// <summary>How long this run has taken, pauses left out.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Lines that ended in a second, from the first on that had not been bought before; those that had do not count.</summary>
    public double LinesPerSecond { get; init; }

    /// <summary>How long the rest takes at that rate; null while nobody can say.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>What was spent, one entry a currency in the order of the codes; currencies are never summed.</summary>
    public IReadOnlyList<BatchSpending> Spending { get; init; } = [];
}

/// <summary>What a batch has spent in one currency.</summary>
public sealed record BatchSpending
{
    /// <summary>The currency.</summary>
    public string Currency => FaceValue.Currency;

    /// <summary>The face value of what this run has bought in this currency.</summary>
    public required Money FaceValue { get; init; }

    /// <summary>The face value of the lines that had been bought before this run came to them.</summary>
    public required Money FaceValueBefore { get; init; }

    /// <summary>What this run has paid in this currency, as far as providers have told it with the order; what earlier runs paid is not kept here.</summary>
    public required Money Cost { get; init; }

    /// <summary>Orders of this run with a face value in this currency whose cost their provider has not told; no part of <see cref="Cost"/>.</summary>
    public long OrdersOfUnknownCost { get; init; }
}
