using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conformance;

/// <summary>One running stand-in, and how an application gets an account at it. Disposed at the end of a test.</summary>
public abstract class ConformanceStage : IAsyncDisposable
{
    private protected ConformanceStage(ConformanceClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Clock = clock;
    }

    /// <summary>The clock of stand-in and application. No test waits on it: waits pass at once, by moving it to their end.</summary>
    public ConformanceClock Clock { get; }

    /// <summary>Everything that was really sold, whatever the buyer was told; oldest first.</summary>
    public abstract IReadOnlyList<ConformanceSale> Sales { get; }

    /// <summary>The ids of all products that the stand-in lists, as orders name them. The adapter may list more, such as choices that it composes.</summary>
    public abstract IReadOnlyCollection<string> ProductIds { get; }

    /// <summary>How long the stand-in takes at most, on the clock, until the cards of an order can be read. Default one minute.</summary>
    public virtual TimeSpan CompletesWithin => TimeSpan.FromMinutes(1);

    /// <summary>How many orders fill at least one page of the provider's list of orders. Default 30; zero where orders are found without a list.</summary>
    public virtual int OrdersToFillAPage => 30;

    /// <summary>How many create calls have come from the application, whatever became of them.</summary>
    public abstract int CreateCalls { get; }

    /// <summary>Adds a working account, as a user would: <c>builder.AddNorthlake(name, options => …)</c>.</summary>
    /// <param name="builder">What <c>AddGiftCards()</c> returned.</param>
    /// <param name="name">The name of the account.</param>
    public abstract void AddAccount(GiftCardsBuilder builder, string name);

    /// <summary>An order that the stand-in takes: it fits the adapter's shape for the delivery, and the account can pay for it.</summary>
    /// <param name="delivery">A delivery that the adapter's capabilities have a shape for.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>The order: one line, one card.</returns>
    public abstract OrderRequest OrderFor(Delivery delivery, OrderReference reference);

    /// <summary>Sets what the account can spend in a currency.</summary>
    /// <param name="available">The amount; may be zero.</param>
    public abstract void Fund(Money available);

    /// <summary>Takes a product from the shelves: orders for it are refused from now on.</summary>
    /// <param name="productId">One of <see cref="ProductIds"/>.</param>
    public abstract void Withdraw(string productId);

    /// <summary>Has the next create calls go wrong.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often; faults that are set one after the other are played in that order.</param>
    public abstract void StrikeCreates(ConformanceFault fault, int times = 1);

    /// <summary>Has every look-up and other read go wrong, until <see cref="Calm"/>.</summary>
    /// <param name="fault">What goes wrong; one of those before a sale.</param>
    /// <param name="times">How often.</param>
    public abstract void StrikeReads(ConformanceFault fault, int times = int.MaxValue);

    /// <summary>Ends everything that <see cref="StrikeCreates"/> and <see cref="StrikeReads"/> have set up.</summary>
    public abstract void Calm();

    /// <summary>Stops the stand-in.</summary>
    /// <returns>A task that ends when it has stopped.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
