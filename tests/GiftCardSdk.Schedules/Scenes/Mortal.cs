using GiftCardSdk.Adapters;
using GiftCardSdk.Journal;
using Microsoft.Coyote.Random;
using static Microsoft.Coyote.Specifications.Specification;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>
/// A process that dies at a write of its journal, as the model's processes do: from then on the journal never answers. That a dead process sends
/// nothing is what the model demanded of it.
/// </summary>
internal sealed class Mortal(OrderReference placed) : Mutant
{
    private const int MostWrites = 5;

    private readonly TaskCompletionSource _died = new();
    private readonly TaskCompletionSource _reached = new();
    private int _writesLeft = 1 + Generator.Create().NextInteger(MostWrites);

    /// <summary>Completes when it is dead.</summary>
    public Task Died => _died.Task;

    /// <summary>Completes when the order that is placed has come as far as it gets: it is sent, or stands before a journal that does not answer.</summary>
    public Task Reached => _reached.Task;

    public override IOrderJournal Journal(IOrderJournal journal) => new MortalJournal(journal, this);

    public override GiftCardAdapter Adapter(GiftCardAdapter adapter) => new MortalAdapter(adapter, this);

    private void Note(OrderReference reference)
    {
        if (reference == placed)
        {
            _reached.TrySetResult();
        }
    }

    private sealed class MortalJournal(IOrderJournal inner, Mortal process) : SharedJournal(inner)
    {
        public override bool IsExclusive => true;

        public override async ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default)
        {
            await LiveAsync(entry);
            return await base.TryAddAsync(entry, cancellationToken);
        }

        public override async ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default)
        {
            await LiveAsync(entry);
            return await base.TryUpdateAsync(entry, cancellationToken);
        }

        private Task LiveAsync(JournalEntry entry)
        {
            if (--process._writesLeft > 0)
            {
                return Task.CompletedTask;
            }

            process._died.TrySetResult();
            process.Note(entry.Identity.Reference);
            return new TaskCompletionSource().Task;
        }
    }

    private sealed class MortalAdapter(GiftCardAdapter inner, Mortal process) : FrontAdapter(inner)
    {
        public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
        {
            Assert(!process.Died.IsCompleted, $"{submission.Request.Reference} is sent by a dead process.");
            process.Note(submission.Request.Reference);
            return base.SubmitOrderAsync(submission, cancellationToken);
        }
    }
}
