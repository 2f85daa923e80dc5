using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Model.Tests;

/// <summary>What must hold, and what was seen that must never be.</summary>
internal sealed class Findings(World world)
{
    private readonly List<string> _found = [];

    public void Add(string what)
    {
        lock (_found)
        {
            _found.Add(what);
        }
    }

    public void AddIf(bool isWrong, string what)
    {
        if (isWrong)
        {
            Add(what);
        }
    }

    public void AddIf(bool isWrong, Reference reference, string what)
    {
        if (isWrong)
        {
            Add($"{reference.Name}: {what}.");
        }
    }

    /// <exception cref="ModelException">Something was found.</exception>
    public void ThrowIfAny()
    {
        lock (_found)
        {
            if (_found.Count > 0)
            {
                throw new ModelException(string.Join('\n', _found));
            }
        }
    }

    /// <summary>The ledger, the journal and the model agree.</summary>
    public void Check(Reference reference, JournalEntry? entry, IReadOnlyList<SoldOrder> sold)
    {
        AddIf(sold.Count > 1, reference, $"was sold {sold.Count} times");
        if (!reference.MayBe(entry?.State, sold.Count > 0, world.Now))
        {
            Add(
                $"{reference.Name}: the journal says {entry?.State.ToString() ?? "nothing"}, which cannot be ({reference}, {sold.Count} sold)."
            );
        }

        AddIf(
            entry is { State: OrderJournalState.Accepted }
                && !(entry.ProviderOrderIds is [var id] && sold is [var only] && id == only.OrderId),
            reference,
            "is accepted as another order than was sold"
        );
    }

    /// <summary>What a caller was told is true.</summary>
    /// <returns>What it was told.</returns>
    public Told Judge(Call call, JournalEntry? entry, IReadOnlyList<SoldOrder> sold, bool hadFaults)
    {
        var reference = call.Reference;
        var (told, failure) = (ToldOf(call), call.Task!.Exception?.GetBaseException());
        var mayLag = reference.IsBehind || call.HasGivenUp;
        var state = entry?.State;
        var isTrue = told switch
        {
            Told.Fresh => sold is [var only] && only.OrderId == call.Task.Result.Id && reference.Sends > call.SendsBefore,
            Told.Replay => sold is [var only] && only.OrderId == call.Task.Result.Id,
            Told.Refusal => sold.Count == 0 && reference.LateUntil <= world.Now && !reference.MayHaveBought,
            Told.Conflict => call.Content != reference.Standing,
            Told.RecipientRefused => reference.IsRecipientRefused && sold.Count == 1,
            Told.Unknown => mayLag || state is OrderJournalState.Unknown or OrderJournalState.Absent,
            Told.Parked => mayLag || state == OrderJournalState.Parked,
            Told.MayExist => hadFaults || state is OrderJournalState.Absent || (failure as GiftCardException)?.OrderId is not null,
            _ => call.HasGivenUp,
        };
        if (!isTrue)
        {
            Add(
                $"{reference.Name}: a caller is told {told}, which is not true ({state}, {reference}, {sold.Count} sold): {failure?.Message}"
            );
        }

        AddIf(
            told is Told.Fresh or Told.Replay && state != OrderJournalState.Accepted && !mayLag,
            reference,
            "is returned and not accepted"
        );
        AddIf(
            call.Expected is { } expected && told != expected && !call.HasGivenUp,
            reference,
            $"is told {told} instead of {call.Expected}"
        );
        return told;
    }

    /// <summary>Everything has come to an end.</summary>
    public void CheckEnds(IEnumerable<Reference> references, bool maySayUnknown)
    {
        foreach (var reference in references)
        {
            var isOpen =
                world.EntryOf(reference)?.State is OrderJournalState.Sending or OrderJournalState.Unknown
                && !(maySayUnknown && world.EntryOf(reference)?.State == OrderJournalState.Unknown);
            AddIf(isOpen, reference, "stays open although nothing fails any more");
        }

        ThrowIfAny();
    }

    private Told ToldOf(Call call) =>
        call.Task! switch
        {
            { IsCompletedSuccessfully: true, Result.WasReplayed: true } => Told.Replay,
            { IsCompletedSuccessfully: true } => Told.Fresh,
            { IsCanceled: true } => Told.Nothing,
            var failed => failed.Exception!.GetBaseException() switch
            {
                OrderOutcomeUnknownException { IsTransient: false } => Told.Parked,
                OrderOutcomeUnknownException => Told.Unknown,
                GiftCardException { Code: GiftCardErrorCode.InvalidRecipient } => Told.RecipientRefused,
                GiftCardException { Outcome: GiftCardOutcome.NothingCreated, Code: GiftCardErrorCode.Conflict }
                    when call.Content != call.Reference.Standing => Told.Conflict,
                GiftCardException { Outcome: GiftCardOutcome.NothingCreated } => Told.Refusal,
                GiftCardException => Told.MayExist,
                var other => Unforeseen(call, other),
            },
        };

    private Told Unforeseen(Call call, Exception failure)
    {
        Add($"{call.Reference.Name}: a caller is told {failure.GetType().Name}: {failure.Message}");
        return Told.Nothing;
    }
}

/// <summary>Something was seen that must never be.</summary>
internal sealed class ModelException(string message) : Exception(message);
