using GiftCardSdk.EntityFrameworkCore.Tests;

namespace GiftCardSdk.Tool.Tests;

/// <summary>The journal of an application on several machines, as the command reads and writes it.</summary>
public sealed class PostgreSqlTests : IAsyncLifetime
{
    private const string Password = "Password=correct-horse";
    private static readonly string[] Buy = ["order", "giftbit", "northcafeus", "25 USD", "--reference", "once", "--yes"];

    private Shell _shell = null!;

    public async ValueTask InitializeAsync() => _shell = await Shell.OpenAsync();

    public ValueTask DisposeAsync() => _shell.DisposeAsync();

    [Fact]
    public async Task An_order_is_bought_once_and_read_again_and_the_password_is_never_shown()
    {
        var tools = PostgresCluster.FindTools();
        Assert.SkipWhen(tools is null, "There is no PostgreSQL here.");
        await using var server = await PostgresCluster.StartAsync(tools!);
        _shell.Settings["Journal"] = $"{server.ConnectionString("postgres")};{Password}";

        Run[] runs =
        [
            await _shell.TypeAsync(Buy),
            await _shell.TypeAsync(Buy),
            await _shell.TypeAsync("status", "once"),
            await _shell.TypeAsync("explain", "once"),
            await _shell.TypeAsync("open"),
            await _shell.TypeAsync("doctor"),
        ];

        runs.ShouldAllBe(run => run.ExitCode == ExitCode.Done);
        runs[2].Out.ShouldContain("completed");
        runs[^1].Out.ShouldContain("PostgreSQL, postgres at");
        runs.ShouldAllBe(run => !(run.Out + run.Error).Contains("correct-horse"));
        _shell.Sandbox.Giftbit.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_not_there_buys_nothing_and_is_named_without_the_password()
    {
        _shell.Settings["Journal"] = $"Host={Path.Combine(_shell.Folder, "nobody")};Database=orders;Username=me;Timeout=1;{Password}";

        Run[] runs = [await _shell.TypeAsync(Buy), await _shell.TypeAsync("open")];

        runs.ShouldAllBe(run => run.ExitCode != ExitCode.Done);
        runs[0].Said.ShouldContain("journal", customMessage: runs[0].Error);
        runs.ShouldAllBe(run => !(run.Out + run.Error).Contains("correct-horse"));
        _shell.Sandbox.Giftbit.Ledger.Count.ShouldBe(0);
    }
}
