namespace SalesIncentive;

/// <summary>A closed deal, as the CRM tells it.</summary>
internal sealed record DealClosed(string Deal, string Seller, string Email, string Office, decimal Amount);

/// <summary>Stands for your queue: it delivers at least once, and what is put back comes again.</summary>
internal sealed class DealQueue(TimeProvider clock)
{
    private readonly LinkedList<(DealClosed Deal, DateTimeOffset NotBefore)> _deals = [];

    public void Add(DealClosed deal, TimeSpan delay = default) => _deals.AddLast((deal, clock.GetUtcNow() + delay));

    /// <summary>The next deal that is due; null if there is none now.</summary>
    public DealClosed? Take()
    {
        var now = clock.GetUtcNow();
        for (var node = _deals.First; node is not null; node = node.Next)
        {
            if (node.Value.NotBefore <= now)
            {
                _deals.Remove(node);
                return node.Value.Deal;
            }
        }

        return null;
    }
}
