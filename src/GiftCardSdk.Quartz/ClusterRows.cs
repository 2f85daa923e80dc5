using System.Text.Json.Serialization;
using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>A batch as it is kept. No line, and nothing of a recipient.</summary>
internal sealed record BatchRow
{
    public required string Source { get; init; }

    public string? Parameter { get; init; }

    public required long Lines { get; init; }

    public required int ChunkSize { get; init; }

    public required LineOptions Options { get; init; }

    public ClusterBatchState State { get; init; }

    /// <summary>Counts the starts, so that whoever opens it sees which chunks were opened for this one.</summary>
    public int Start { get; init; } = 1;

    /// <summary>Whether it is being removed: its chunks first, so that none is taken for one of a later batch of its name.</summary>
    public bool IsPurged { get; init; }

    [JsonIgnore]
    public int Chunks => (int)((Lines + ChunkSize - 1) / ChunkSize);

    public long FirstLineOf(int chunk) => ((chunk - 1L) * ChunkSize) + 1;

    public int LinesOf(int chunk) => (int)Math.Min(ChunkSize, Lines - FirstLineOf(chunk) + 1);
}

/// <summary>How lines are carried out, as far as all nodes must know it.</summary>
internal sealed record LineOptions(
    string? Account,
    int Concurrency,
    bool StopAtFirstRefusal,
    bool ChecksProducts,
    TimeSpan Patience,
    TimeSpan FirstDelay,
    TimeSpan MaxDelay
)
{
    public static LineOptions Of(BatchOptions options) =>
        new(
            options.Account,
            options.Concurrency,
            options.StopAtFirstRefusal,
            options.ChecksProducts,
            options.Patience,
            options.FirstDelay,
            options.MaxDelay
        );

    public BatchOptions ToBatchOptions() =>
        new()
        {
            Account = Account,
            Concurrency = Concurrency,
            StopAtFirstRefusal = StopAtFirstRefusal,
            ChecksProducts = ChecksProducts,
            Patience = Patience,
            FirstDelay = FirstDelay,
            MaxDelay = MaxDelay,
        };
}

/// <summary>A chunk as it is kept. Its version is its node's beat: while that goes on, nobody else touches it.</summary>
internal sealed record ChunkRow
{
    public ClusterChunkState State { get; init; }

    public string? Node { get; init; }

    public int Attempts { get; init; }

    /// <summary>The start of the batch for which it was opened.</summary>
    public int Start { get; init; } = 1;

    public string? Failure { get; init; }

    public BatchProgress? Progress { get; init; }
}

[JsonSerializable(typeof(BatchRow))]
[JsonSerializable(typeof(ChunkRow))]
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class ClusterJsonContext : JsonSerializerContext;
