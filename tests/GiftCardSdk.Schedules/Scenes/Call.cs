namespace GiftCardSdk.Schedules.Scenes;

/// <summary>A caller and, once there is one, what the caller was told.</summary>
internal sealed class Call(OrderReference reference, Task<Order> placing)
{
    public OrderReference Reference => reference;

    public Order? Order { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>Waits until the caller was told something.</summary>
    public async Task EndAsync()
    {
        try
        {
            Order = await placing;
        }
        catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
        {
            Failure = failure;
        }
    }
}
