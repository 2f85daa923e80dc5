using System.Collections.Concurrent;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.Tests.Support;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>Keys change while orders flow, by the configuration alone: no restart, and no order notices.</summary>
public sealed class KeyRotationTests
{
    private const int Rotations = 20;
    private const int Callers = 4;

    public static TheoryData<string> Providers => [.. World.Provider.All.Select(provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Keys_are_rotated_twenty_times_under_load_and_no_order_fails(string provider)
    {
        await using var keys = await RotatingKeys.StartAsync(provider);
        var shopping = new Shopping(keys.Account, OrdersOf(provider));
        var callers = Enumerable.Range(0, Callers).Select(_ => shopping.RunAsync()).ToArray();

        for (var rotation = 1; rotation <= Rotations && shopping.Failures.Count == 0; rotation++)
        {
            // As a provider's portal has it: the new key is known before the old one ends.
            keys.ConfigureNext();
            await shopping.PlaceMoreAsync(Callers);
            keys.EndOld();
            await shopping.PlaceMoreAsync(Callers);
            // An open order is only looked for with a key that it was sent with.
            await shopping.EndOpenAsync();
            keys.ConfigureOnlyNext();
            await shopping.PlaceMoreAsync(Callers);
        }

        shopping.Stop();
        await Task.WhenAll(callers);

        shopping.Failures.ShouldBeEmpty();
        keys.Twin.Ledger.Count.ShouldBe(shopping.Placed);
        keys.Twin.Ledger.Duplicates.ShouldBe(0);
        keys.Used.ShouldBe(1 + Rotations);
    }

    private static Func<int, OrderRequest> OrdersOf(string provider)
    {
        var place = World.Provider.All.Select(known => known.Name).ToList().IndexOf(provider);
        return number => OrderBook.OrderOf(seed: 11, place + (number * World.Provider.All.Count));
    }

    /// <summary>Callers who place one order after another.</summary>
    private sealed class Shopping(IGiftCardAccount account, Func<int, OrderRequest> orders)
    {
        private readonly Lock _gate = new();
        private readonly List<Exception> _failures = [];
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<int, Task> _open = new();
        private int _number;
        private int _wanted;
        private volatile bool _isOver;

        public int Placed { get; private set; }

        public IReadOnlyList<string> Failures
        {
            get
            {
                lock (_gate)
                {
                    return [.. _failures.Select(failure => failure.ToString())];
                }
            }
        }

        public async Task RunAsync()
        {
            while (!_isOver)
            {
                var number = Interlocked.Increment(ref _number);
                var placing = account.Orders.PlaceAsync(orders(number), TestContext.Current.CancellationToken);
                _open[number] = placing;
                try
                {
                    await placing;
                    Note(null);
                }
                catch (Exception failure)
                {
                    Note(failure);
                }

                _open.TryRemove(number, out _);
            }
        }

        /// <summary>Completes when so many further orders have ended.</summary>
        public Task PlaceMoreAsync(int count)
        {
            lock (_gate)
            {
                if (_isOver)
                {
                    return Task.CompletedTask;
                }

                _wanted = Placed + count;
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return _more.Task.WaitAsync(TestContext.Current.CancellationToken);
            }
        }

        /// <summary>Completes when every order that is under way now has ended.</summary>
        public async Task EndOpenAsync() => await Task.WhenAll(_open.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        public void Stop() => _isOver = true;

        private void Note(Exception? failure)
        {
            lock (_gate)
            {
                if (failure is null)
                {
                    Placed++;
                }
                else
                {
                    _failures.Add(failure);
                    _isOver = true;
                }

                if (Placed >= _wanted || _isOver)
                {
                    _more.TrySetResult();
                }
            }
        }
    }
}
