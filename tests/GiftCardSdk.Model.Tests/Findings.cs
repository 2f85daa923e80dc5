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
    public void Check(Reference reference)
    {
        var (entry, sold) = (reference.Entry, reference.Sold);
        AddIf(sold.Count > 1, reference, "was sold more than once");
        if (!reference.MayBe(entry?.State, world.Now))
        {
            Add($"{reference.Name}: the journal says {entry?.State.ToString() ?? "nothing"}, which cannot be ({reference}).");
        }

        var isAnother = entry is { State: OrderJournalState.Accepted } && !(entry.ProviderOrderIds is [var id] && IsSoldAs(reference, id));
        AddIf(isAnother, reference, "is accepted as another order than was sold");
    }

    /// <summary>What a caller was told is true.</summary>
    /// <returns>What it was told.</returns>
    public Told Judge(Call call, bool hadFaults)
    {
        var (reference, state) = (call.Reference, call.Reference.Entry?.State);
        var (told, failure) = (ToldOf(call), call.Task!.Exception?.GetBaseException());
        var mayLag = reference.IsBehind || call.HasGivenUp;
        var isTrue = told switch
        {
            Told.Fresh => IsSoldAs(reference, call.Task.Result.Id) && reference.Sends > call.SendsBefore,
            Told.Replay => IsSoldAs(reference, call.Task.Result.Id) && !call.WasUnsold,
            Told.Refusal => reference.IsNotSold(world.Now) && !reference.MayHaveBought,
            Told.Conflict => call.Content != reference.Standing,
            Told.RecipientRefused => reference is { IsRecipientRefused: true, Sold.Count: 1 },
            Told.Unknown => mayLag || state is OrderJournalState.Unknown or OrderJournalState.Absent,
            Told.Parked => mayLag || state == OrderJournalState.Parked,
            Told.MayExist => hadFaults || state == OrderJournalState.Absent || failure is GiftCardException { OrderId: not null },
            _ => call.HasGivenUp,
        };
        if (!isTrue)
        {
            Add($"{reference.Name}: a caller is told {told}, which is not true ({state}, {reference}): {failure?.Message}");
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
    /// <exception cref="ModelException">Something has not.</exception>
    public void CheckEnds(IEnumerable<Reference> references, bool maySayUnknown)
    {
        foreach (var reference in references)
        {
            var isOpen = reference.Entry?.State is OrderJournalState.Sending or OrderJournalState.Unknown;
            var mayBeOpen = maySayUnknown && reference.Entry?.State == OrderJournalState.Unknown;
            AddIf(isOpen && !mayBeOpen, reference, "stays open although nothing fails any more");
        }

        ThrowIfAny();
    }

    private static bool IsSoldAs(Reference reference, string id) => reference.Sold is [var only] && only.OrderId == id;

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
internal sealed class ModelException(string message) : Exception(message)
{
    /// <summary>None: where it was noticed says nothing about the run, and would bury what does.</summary>
    public override string? StackTrace => null;
}
