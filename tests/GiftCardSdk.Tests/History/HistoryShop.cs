using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.History;

/// <summary>An application that keeps history, with a provider in memory, a manual clock and a log.</summary>
internal sealed class HistoryShop : IAsyncDisposable
{
    public const string Account = "emea";

    private readonly ServiceProvider _services;

    public HistoryShop(
        bool keeps = true,
        IJournalRecords? records = null,
        IOrderJournal? journal = null,
        Action<InMemoryProviderOptions>? configure = null,
        ManualTimeProvider? clock = null,
        InMemoryGiftCardProvider? provider = null,
        string? journalId = null
    )
    {
        Clock = clock ?? new();
        var options = new InMemoryProviderOptions();
        configure?.Invoke(options);
        Provider = provider ?? new(options, Clock);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).WithLog(Log);
        if (records is not null)
        {
            services.AddSingleton(records);
        }

        if (journal is not null)
        {
            services.AddSingleton(journal);
        }

        var builder = services
            .AddGiftCards()
            .ConfigureOrdering(options => options.MaxSends = 1)
            .AddInMemory(journalId ?? Account, Provider);
        if (keeps)
        {
            builder.KeepOrderHistory();
        }

        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; }

    public InMemoryGiftCardProvider Provider { get; }

    public LogCollector Log { get; } = new();

    public IGiftCards GiftCards => _services.GetRequiredService<IGiftCards>();

    public IGiftCardHistory History => GiftCards.History;

    public IOrderJournal Journal => _services.GetRequiredService<IOrderJournal>();

    public IJournalRecords Records => _services.GetRequiredService<IJournalRecords>();

    public IGiftCardAccount Cards => GiftCards.Accounts[0];

    public static OrderRequest Request(string reference = "order-1", params string[] recipients) =>
        new()
        {
            Reference = reference,
            Lines =
            [
                .. (recipients.Length == 0 ? (string?[])[null] : recipients).Select(recipient => new OrderLine
                {
                    ProductId = "coffee",
                    FaceValue = Money.Of(25, "EUR"),
                    Recipient = recipient is null ? null : new() { Email = recipient },
                }),
            ],
            Delivery = recipients.Length == 0 ? Delivery.Returned : Delivery.Email,
        };

    public async Task<OrderHistory> FindAsync(string reference = "order-1") =>
        (await History.FindAsync(Cards.Name, reference)).ShouldNotBeNull();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
