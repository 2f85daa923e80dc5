namespace GiftCardSdk.Batches;

/// <summary>A line on its way: what was tried of it so far.</summary>
internal sealed class PendingLine(long number, BatchLine line)
{
    public long Number => number;

    public BatchLine Line => line;

    public OrderRequest Request => line.Request;

    /// <summary>How often it was put aside.</summary>
    public int Tries { get; set; }

    /// <summary>When it was put aside first, on the monotonic clock.</summary>
    public long FirstAsideAt { get; set; }

    /// <summary>Whether its next end is its last, since patience has run out.</summary>
    public bool IsLastTry { get; set; }

    /// <summary>Whether another process had it at the last look.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>What was in the way last; null if nothing failed yet, such as while another process has it.</summary>
    public GiftCardException? LastFailure { get; set; }

    public BatchResult Ended(BatchLineStatus status, GiftCardException? failure = null) => new(number, line, status) { Failure = failure };
}
