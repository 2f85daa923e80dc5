using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>One shop, one journal, one store of Quartz's, and as many nodes as a test wants.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giftcard-cluster-");
    private readonly List<Node> _nodes = [];

    public InMemoryGiftCardProvider Shop { get; } = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static ClusterBatchOptions Batch { get; } =
        new()
        {
            Source = "rewards",
            ChunkSize = 10,
            Lines = new() { Account = "shop" },
        };

    /// <summary>A node that is not started.</summary>
    /// <param name="lines">How many lines its table has.</param>
    /// <param name="journal">Adds the journal; null for the SQLite file of the cluster.</param>
    /// <param name="store">Sets Quartz's store up; null for a SQLite file of its own.</param>
    /// <param name="source">What the source is called here.</param>
    /// <param name="scheduler">What the scheduler is called; the default one, of no name, has its clock from the application, and so the machine's here.</param>
    public Node Add(
        int lines,
        Action<GiftCardsBuilder>? journal = null,
        Action<IQuartzBuilder>? store = null,
        string source = "rewards",
        string scheduler = "cards"
    )
    {
        var (table, clock) = (new Table(lines), new ManualTimeProvider());
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Services.AddSingleton(scheduler.Length == 0 ? TimeProvider.System : clock);
        (journal ?? UseJournal)(builder.Services.AddGiftCards().AddInMemory("shop", Shop));
        if (scheduler.Length == 0)
        {
            builder.Services.AddQuartz(Configure);
            builder.Services.AddQuartzHostedService();
        }
        else
        {
            builder.Services.AddQuartz(scheduler, Configure);
            builder.Services.AddQuartzHostedService(scheduler);
        }

        var node = new Node(builder.Build(), table, clock, scheduler);
        _nodes.Add(node);
        return node;

        void Configure(IQuartzBuilder quartz)
        {
            if (scheduler.Length > 0)
            {
                quartz.UseTimeProvider(TimeProvider.System);
            }

            quartz.ConfigureScheduler(options => options.IdleWaitTime = TimeSpan.FromSeconds(1));
            (store ?? UseStore)(quartz);
            quartz.AddGiftCardBatches(batches => batches.AddSource(source, _ => table).Configure(options => options.BeatInterval = Beat));
        }
    }

    public async Task<Node> StartAsync(int lines)
    {
        var node = Add(lines);
        await node.StartAsync();
        return node;
    }

    /// <summary>Looks until something is so, while the given nodes beat and look around.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, params Node[] living)
    {
        while (!await isSo())
        {
            foreach (var node in living)
            {
                node.Clock.Advance(Beat);
            }

            await Task.Delay(LookAgain, TimeProvider.System, Token);
        }
    }

    /// <summary>Looks until a batch has ended.</summary>
    public static async Task<ClusterBatch> UntilEndedAsync(Node node, params Node[] living)
    {
        await UntilAsync(async () => await FindAsync(node) is { State: ClusterBatchState.Ended }, living);
        return await FindAsync(node);
    }

    public static async Task<ClusterBatch> FindAsync(Node node) => (await node.Batches.FindAsync("june", Token)).ShouldNotBeNull();

    /// <summary>The shop refuses one line, and no other.</summary>
    public void Refuse(int? line) =>
        Shop.ScriptOrders(order =>
            order.Request.Reference == $"line-{line}" ? ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds) : ScriptedEnd.Accepted
        );

    /// <summary>Each line is one card, by what the shop has sold.</summary>
    public void ShouldHaveSoldOnce(int lines) => Shop.Ledger.Count.ShouldBe(lines);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private void UseJournal(GiftCardsBuilder builder) => builder.UseSqliteJournal(Path.Combine(_folder.FullName, "orders.db"));

    private void UseStore(IQuartzBuilder quartz) =>
        quartz.UseSqliteStore(Path.Combine(_folder.FullName, FormattableString.Invariant($"quartz-{_nodes.Count}.db")));
}
