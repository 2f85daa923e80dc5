using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox.Tool.State;

/// <summary>
/// Lets a sandbox outlive its process. The twins are drawn from a seed and are a function of their clock: whatever changed them, done again at the same
/// times, gives the same orders, cards, codes, tokens and balances. Faults in force and receivers of webhooks are not kept.
/// </summary>
internal sealed class SandboxState : ISandboxWitness, IDisposable
{
    private static readonly string[] NotKept = ["/faults", "/requests", "/webhooks", "/clock"];

    private readonly StateFile _file;
    private readonly SandboxClock _clock;

    private SandboxState(StateFile file, SandboxClock clock) => (_file, _clock) = (file, clock);

    public int Seed => _file.Header.Seed;

    /// <summary>In words, for whoever starts the sandbox.</summary>
    public string Summary =>
        $"{_file.Entries.Count} changes of before{(_file.IsCut ? "; a last one that was not written to its end is left out" : "")}";

    /// <exception cref="StateException">The file cannot be used.</exception>
    public static SandboxState Open(string path, int? seed, SandboxClock clock)
    {
        var file = StateFile.Open(path, seed, clock.GetUtcNow());
        // The twins come about at the time at which they first did.
        clock.StandAt(file.Header.Begun);
        return new SandboxState(file, clock);
    }

    /// <summary>Does again what was done, and keeps from then on what is. Before anybody can call the twins.</summary>
    public void Restore(GiftCardSandbox sandbox)
    {
        var desks = Desk.AllOf(sandbox).ToDictionary(desk => desk.Twin.Name, StringComparer.Ordinal);
        var routes = ControlPlane.AllRoutes(sandbox).ToLookup(entry => entry.Path, entry => entry.Route, StringComparer.Ordinal);
        foreach (var entry in _file.Entries)
        {
            _clock.StandAt(entry.At);
            try
            {
                Repeat(entry, desks, routes);
            }
            catch (Exception e)
            {
                throw new StateException(
                    $"What changed on {entry.At:u} cannot be done again, perhaps since it was another version: {e.Message}"
                );
            }
        }

        foreach (var twin in sandbox.Twins)
        {
            twin.Settle();
            // They have been posted, or nobody took them; nobody expects them after a restart.
            twin.Webhooks?.Forget();
        }

        _clock.Go();
        sandbox.Witness = this;
    }

    /// <summary>The desk, with what is done at it kept.</summary>
    public Desk Keep(Desk desk) =>
        desk with
        {
            Redeem = card =>
            {
                desk.Redeem(card);
                Append(StateChange.Redeem, desk.Twin.Name, card);
            },
            SetBalance = (currency, amount) =>
            {
                desk.SetBalance(currency, amount);
                Append(StateChange.Balance, desk.Twin.Name, currency, amount);
            },
        };

    void ISandboxWitness.Acts(ProviderTwin twin, TwinRoute route, SandboxCall call)
    {
        if (route.Operation != ProviderTwin.UnknownOperation)
        {
            _file.Append(
                new()
                {
                    At = call.Now,
                    Change = StateChange.Call,
                    Twin = twin.Name,
                    What = route.Operation,
                    Call = StateCall.Of(call),
                }
            );
        }
    }

    void ISandboxWitness.Steers(string path, ControlRoute route, SandboxCall call)
    {
        if (!NotKept.Any(part => path.Contains(part, StringComparison.Ordinal)))
        {
            _file.Append(
                new()
                {
                    At = _clock.GetUtcNow(),
                    Change = StateChange.Control,
                    What = path,
                    Call = StateCall.Of(call),
                }
            );
        }
    }

    void ISandboxWitness.Turns(TimeSpan by) =>
        _file.Append(
            new()
            {
                At = _clock.GetUtcNow(),
                Change = StateChange.Clock,
                By = by,
            }
        );

    public void Dispose() => _file.Dispose();

    private void Append(StateChange change, string twin, string what, decimal? amount = null) =>
        _file.Append(
            new()
            {
                At = _clock.GetUtcNow(),
                Change = change,
                Twin = twin,
                What = what,
                Amount = amount,
            }
        );

    private void Repeat(StateEntry entry, Dictionary<string, Desk> desks, ILookup<string, ControlRoute> routes)
    {
        var desk = entry.Twin is { } name ? desks[name] : null;
        switch (entry.Change)
        {
            case StateChange.Call:
                var call = entry.Call!.ToCall();
                var twin = desk!.Twin;
                twin.Receive(call);
                // It was let in when it arrived, perhaps a moment before its token ended.
                call.Refusal = null;
                twin.Commit(
                    twin.Routes.First(route => route.Operation == entry.What && HttpMethods.Equals(route.Method, call.Method)),
                    call
                );
                break;
            case StateChange.Control:
                routes[entry.What!].First(route => route.Method == entry.Call!.Method).Handle(entry.Call!.ToCall());
                break;
            case StateChange.Redeem:
                desk!.Redeem(entry.What!);
                break;
            case StateChange.Balance:
                desk!.SetBalance(entry.What!, entry.Amount!.Value);
                break;
            case StateChange.Clock:
                _clock.Advance(entry.By!.Value);
                break;
            default:
                throw new InvalidOperationException($"Nobody says how to do {entry.Change} again.");
        }
    }
}
