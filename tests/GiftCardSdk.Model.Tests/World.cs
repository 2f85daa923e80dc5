using GiftCardSdk.Journal;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Model.Tests;

/// <summary>One run: a provider, a journal, one process after the other, and a model of each reference. Plays commands and checks after each.</summary>
internal sealed class World : IDisposable
{
    private readonly ProviderKind _kind;
    private readonly ModelClock _providerClock;
    private readonly Reference[] _references;
    private readonly Script _script;
    private readonly Findings _findings;
    private readonly Report _report;
    private readonly List<Call> _calls = [];
    private Process _process;
    private int _ledgerRead;

    public World(ProviderKind kind, Mutation mutation, Report report)
    {
        _kind = kind;
        _report = report;
        Mutation = mutation;
        Timeline = new(Settle);
        _providerClock = new(Timeline);
        _references = [.. Enumerable.Range(0, Drawing.References).Select(number => new Reference(number, kind.Idempotency))];
        _findings = new(this);
        _script = new(this);
        Provider = new(new InMemoryProviderOptions { Idempotency = kind.Idempotency, RepeatRefusal = kind.RepeatRefusal }, _providerClock);
        Provider.ScriptOrders(submission => _script.EndOf(ReferenceOf(submission.Request.Reference), _process!.Clock));
        Provider.ScriptLookups(query => _script.EndOf(ReferenceOf(query.ProviderKey)));
        _process = new(this, TimeSpan.Zero);
    }

    public Mutation Mutation { get; }

    public Timeline Timeline { get; }

    public TimeSpan Now => Timeline.Now;

    public InMemoryGiftCardProvider Provider { get; }

    /// <summary>What is on the disk.</summary>
    public InMemoryOrderJournal Store { get; } = new();

    public Reference ReferenceOf(OrderReference name) => _references[Orders.NumberOf(name)];

    public Reference ReferenceOf(JournalEntry entry) => ReferenceOf(entry.Identity.Reference);

    /// <summary>Reads what the provider has sold since.</summary>
    public void ReadLedger()
    {
        var ledger = Provider.Ledger;
        for (; _ledgerRead < ledger.Count; _ledgerRead++)
        {
            ReferenceOf(ledger[_ledgerRead].ProviderKey).Sold.Add(ledger[_ledgerRead]);
        }
    }

    public WriteFault NextFault() => _script.NextFault();

    /// <summary>Whether this is the process of now, dead or alive, and not one that another has taken the place of.</summary>
    public bool IsPresent(Process process) => process == _process;

    /// <summary>Whether anybody places this order now, by hand or by way of the resolver.</summary>
    public bool HasCaller(Reference reference) =>
        _calls.Exists(call => call.Reference == reference && call.IsWaiting) || _process.PlacesInPass(reference.Name);

    public void Find(string what) => _findings.Add(what);

    public void FindIf(bool isWrong, Reference reference, string what) => _findings.AddIf(isWrong, reference, what);

    public void FindIf(string? objection, Reference reference) => _findings.AddIf(objection is not null, reference, objection ?? "");

    /// <summary>Plays one command to where nothing moves before time passes, and checks everything.</summary>
    /// <exception cref="ModelException">Something was seen that must never be.</exception>
    public void Play(Command command)
    {
        Do(command);
        Settle();
        if (_process.IsDead)
        {
            StartAnother();
        }

        Check();
        _report.CountStep(command);
    }

    /// <summary>From here on nothing fails; then time passes, and everything must come to an end.</summary>
    /// <exception cref="ModelException">Something was seen that must never be, or stays open.</exception>
    public void Finish()
    {
        _script.Clear();
        WaitForCalls();
        foreach (var wait in new[] { 0, 11, 24 * 60, 11 })
        {
            Timeline.LetPass(TimeSpan.FromMinutes(wait));
            Play(new Resolve(Rebuilds: false));
            WaitForPass();
        }

        _findings.CheckEnds(
            _references,
            maySayUnknown: _kind.Idempotency is { Repeat: RepeatBehavior.NeverBuysAgain, Lookup: not LookupAuthority.Authoritative }
        );
        foreach (var reference in _references.Where(reference => reference.Standing is not null))
        {
            Place(reference, reference.Standing!.Value, callers: 1);
        }

        WaitForCalls();
        Check();
        _findings.CheckEnds(_references, maySayUnknown: false);
        _report.CountEnds(_references.Select(static reference => reference.Entry));
    }

    public void Dispose()
    {
        _calls.ForEach(call => call.Dispose());
        _process.Dispose();
    }

    private void Do(Command command)
    {
        switch (command)
        {
            case Place place:
                Place(_references[place.Reference], place.Content, place.Callers);
                break;
            case GiveUp giveUp:
                GiveUp(giveUp.Caller);
                break;
            case NextSend next:
                _script.Add(next);
                break;
            case NextLookups next:
                _script.Add(next);
                break;
            case FailWrites failures:
                _script.Add(failures);
                break;
            case CrashAtWrite crash:
                _script.Add(crash);
                break;
            case LetPass time:
                Timeline.LetPass(TimeSpan.FromSeconds(time.Seconds));
                break;
            case SetWallClock clock:
                _process.Clock.Error = TimeSpan.FromMinutes(clock.MinutesAhead);
                break;
            case Crash:
                _process.Die();
                break;
            case Restart:
                EndInGoodOrder();
                break;
            case Resolve resolve:
                BeginPass(resolve.Rebuilds);
                break;
            case StopPass:
                _process.StopPass();
                Settle();
                FindIfStuck(_process.Pass, "A pass goes on that was stopped.");
                break;
            case Mark mark:
                Say(_references[mark.Reference], mark.WasBought);
                break;
            case Purge:
                Await(_process.Journal.PurgeAsync(TimeSpan.Zero), static failure => failure is OrderJournalException);
                break;
        }
    }

    private void Place(Reference reference, Content content, int callers)
    {
        for (; callers > 0; callers--)
        {
            ReadLedger();
            var isAtRest = !_process.Coordinator.IsBusy(Orders.IdentityOf(reference.Name));
            var isClear = isAtRest && !reference.IsBehind && !_script.HasFaults;
            var expected = isClear ? reference.Expect(content, _script.NextSend) : null;
            var call = new Call(reference, content, expected, isAtRest ? reference.Sends : -1, isAtRest && reference.IsNotSold(Now));
            _calls.Add(call);
            call.Task = _process.Coordinator.PlaceAsync(_process.Account, Orders.Request(reference.Name, content), call.Caller.Token);
            Settle();
        }

        // What is told later depends on what happens until then.
        _calls.ForEach(static call => call.Expected = null);
    }

    private void GiveUp(int caller)
    {
        if (_calls.Count > 0)
        {
            var call = _calls[caller % _calls.Count];
            call.Caller.Cancel();
            Settle();
            FindIf(!_process.IsDead && _calls.Contains(call), call.Reference, "keeps a caller waiting who has given up");
        }
    }

    private void BeginPass(bool rebuilds)
    {
        if (_process.Pass.IsCompleted)
        {
            _process.BeginPass(rebuilds);
        }
    }

    /// <summary>What a person says who has looked at the provider's books, which do not lie once nothing is on its way.</summary>
    private void Say(Reference reference, bool wasBought)
    {
        ReadLedger();
        if (reference.Entry is not { } entry || (wasBought ? reference.Sold.Count != 1 : !reference.IsNotSold(Now)))
        {
            return;
        }

        var mayNot =
            _process.Coordinator.IsBusy(entry.Identity)
            || entry.State is OrderJournalState.Sending or OrderJournalState.Accepted or OrderJournalState.Refused
            || (entry.State == OrderJournalState.Absent && !wasBought);
        var hasFaults = _script.HasFaults;
        var mark = wasBought ? OrderMark.Accepted(reference.Sold[0].OrderId, "Kim", "seen") : OrderMark.Refused("Kim", "searched");
        var task = _process.Journal.MarkAsync(entry.Identity, mark);
        Await(task, failure => failure is InvalidOperationException ? mayNot : hasFaults && failure is GiftCardException);
        FindIf(task.IsCompletedSuccessfully && mayNot, reference, $"was marked while {entry.State}");
    }

    private void EndInGoodOrder()
    {
        var drained = _process.Coordinator.DrainAsync(CancellationToken.None);
        Settle();
        while (!drained.IsCompleted && !_process.IsDead && Timeline.GoToNextTimer()) { }

        FindIfStuck(drained, "The coordinator does not come to its end.");
        Settle();
        _process.Die();
    }

    /// <summary>What the dead process knew is lost, and nobody waits any more.</summary>
    private void StartAnother()
    {
        Array.ForEach(_references, static reference => reference.Forget());
        _calls.ForEach(static call => call.Dispose());
        _calls.Clear();
        _process.Dispose();
        _process = new(this, _process.Clock.Error);
        _script.Clear(faultsOnly: true);
    }

    /// <summary>Waits until nothing moves before time passes, and hears what the callers are told.</summary>
    private void Settle()
    {
        Quiet.Wait();
        if (_process.IsDead)
        {
            return;
        }

        for (var i = _calls.Count - 1; i >= 0; i--)
        {
            if (_calls[i] is { Task.IsCompleted: true } call)
            {
                ReadLedger();
                _calls.RemoveAt(i);
                _report.CountTold(_findings.Judge(call, _script.HadFaults));
                call.Dispose();
            }
        }
    }

    private void Check()
    {
        ReadLedger();
        foreach (var reference in _references)
        {
            _findings.Check(reference);
            _report.CountState(reference.Entry?.State);
        }

        _findings.ThrowIfAny();
    }

    private void WaitForCalls()
    {
        while (_calls.Count > 0 && Timeline.GoToNextTimer()) { }

        _findings.AddIf(_calls.Count > 0, "Callers wait for something that no passing of time brings.");
        _findings.ThrowIfAny();
    }

    private void WaitForPass()
    {
        while (!_process.Pass.IsCompleted && Timeline.GoToNextTimer()) { }

        FindIfStuck(_process.Pass, "A pass waits for something that no passing of time brings.");
        _findings.ThrowIfAny();
    }

    private void Await(Task task, Func<Exception, bool> mayFailWith)
    {
        Settle();
        FindIfStuck(task, "What needs no time does not end.");
        if (task.Exception?.GetBaseException() is { } failure && !mayFailWith(failure))
        {
            Find($"Fails with {failure.GetType().Name}: {failure.Message}");
        }
    }

    private void FindIfStuck(Task task, string what) => _findings.AddIf(!task.IsCompleted && !_process.IsDead, what);
}
