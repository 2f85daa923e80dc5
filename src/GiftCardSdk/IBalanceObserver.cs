namespace GiftCardSdk;

/// <summary>Is told when a balance crosses a threshold of <c>MonitorBalances</c>. Register as many as are wanted.</summary>
public interface IBalanceObserver
{
    /// <summary>
    /// A balance has become low or short, or has recovered: once a change, not once a reading. Each process that watches tells its own observers, and
    /// begins anew when it starts.
    /// </summary>
    /// <param name="alert">What has changed.</param>
    /// <param name="cancellationToken">Fires after 30 seconds, so that one observer cannot hold up the rest.</param>
    /// <returns>What it throws is logged; the other observers are told anyway, and the watching goes on.</returns>
    ValueTask OnBalanceAsync(BalanceAlert alert, CancellationToken cancellationToken = default);
}
