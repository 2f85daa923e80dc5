using System.Text.Json;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Planning;

/// <summary>The plans, as records beside the journal: of callers in whatever process, one decides where a reference goes.</summary>
internal sealed class PlanBook(IJournalRecords records, TimeProvider time)
{
    private const string Kind = "plan";

    /// <summary>Where a reference went; null if that was not decided yet.</summary>
    public async ValueTask<KeptPlan?> FindAsync(GiftCardEnvironment environment, OrderReference reference)
    {
        var record = await records.FindAsync(Kind, IdOf(environment, reference), CancellationToken.None).ConfigureAwait(false);
        return record is null ? null : new(record, Read(record));
    }

    /// <summary>Decides where a reference goes; false if somebody else has.</summary>
    public ValueTask<bool> TryAddAsync(GiftCardEnvironment environment, OrderReference reference, Plan plan)
    {
        var now = time.GetUtcNow();
        var record = new JournalRecord
        {
            Kind = Kind,
            Id = IdOf(environment, reference),
            CreatedAt = now,
            UpdatedAt = now,
            Body = Write(plan),
        };
        return records.TryAddAsync(record, CancellationToken.None);
    }

    /// <summary>Gives a reference to another account; false if somebody else has.</summary>
    public ValueTask<bool> TryMoveAsync(KeptPlan kept, Plan plan) =>
        records.TryUpdateAsync(kept.Record.Next(Write(plan), time.GetUtcNow()), CancellationToken.None);

    private static string IdOf(GiftCardEnvironment environment, OrderReference reference) => $"{environment}/{reference.ProviderKey}";

    private static string Write(Plan plan) => JsonSerializer.Serialize(plan, PlanJsonContext.Default.Plan);

    private static Plan Read(JournalRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(record.Body, PlanJsonContext.Default.Plan) ?? throw new JsonException("null");
        }
        catch (JsonException failure)
        {
            throw new OrderJournalException(
                $"The plan '{record.Id}' beside the order journal cannot be read; a later version may have written it.",
                failure
            );
        }
    }
}

/// <summary>A plan as it was read.</summary>
internal sealed record KeptPlan(JournalRecord Record, Plan Plan);
