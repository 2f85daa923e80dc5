using GiftCardSdk.Huuray;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Whoever steals the database has no card and no person.</summary>
public sealed class CanaryTests(PostgresServer server) : IDisposable
{
    private const string Email = "canary.person@fjord.example";

    private readonly Processes _processes = new(server);

    public void Dispose() => _processes.Dispose();

    [Fact]
    public async Task A_dump_of_the_database_shows_orders_and_no_secret()
    {
        var clock = new ConformanceClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
        var account = _processes
            .Start(clock, builder => builder.AddTwin(sandbox))
            .GetRequiredService<IGiftCards>()
            .GetAccount(HuurayDefaults.AccountName);

        var order = await account.PlaceAndWaitAsync(Request(), TimeSpan.FromMinutes(1));

        var dump = await server.Cluster.DumpAsync(new NpgsqlConnectionStringBuilder(_processes.Database).Database!);
        var reward = order.Rewards.ShouldHaveSingleItem();
        dump.ShouldContain("survey-81");
        dump.ShouldContain(order.Id);
        string[] secrets =
        [
            reward.Code!.Reveal(),
            reward.Link!.Reveal(),
            sandbox.Huuray.ApiToken,
            sandbox.Huuray.ApiSecret,
            Email,
            "canary.person",
            "Maja Ek",
        ];
        secrets.Where(secret => dump.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static OrderRequest Request() =>
        new()
        {
            Reference = "survey-81",
            Delivery = Delivery.Email,
            TemplateId = "7310",
            Lines =
            [
                new()
                {
                    ProductId = Twin.Product,
                    FaceValue = Money.Of(250, "SEK"),
                    Recipient = new() { Name = "Maja Ek", Email = Email },
                },
            ],
        };
}
