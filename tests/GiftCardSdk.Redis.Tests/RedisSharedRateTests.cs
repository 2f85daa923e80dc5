using GiftCardSdk.Sandbox;
using GiftCardSdk.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Redis.Tests;

/// <summary>Rates are agreed on in Redis.</summary>
public sealed class RedisSharedRateTests(RedisServer server) : SharedRateContract
{
    private readonly string _prefix = server.NewPrefix();

    protected override ISharedRate Join() =>
        new RedisSharedRate(_ => server.Connection, new ServiceCollection().BuildServiceProvider(), _prefix);

    [Fact]
    public async Task An_application_that_uses_it_writes_itself_down_under_its_account()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync();
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .UseRedisRate(_ => server.Connection, _prefix)
            .AddGifq(options => (options.BaseAddress, options.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken));
        await using var application = services.BuildServiceProvider();

        await application.GetRequiredService<IGiftCards>().GetAccount("gifq").Balances.ListAsync();

        string? book = await server.Connection.GetDatabase().StringGetAsync(_prefix + "gifq/Sandbox/gifq/1");
        book.ShouldNotBeNull().ShouldContain("\"holds\":10000");
    }

    [Fact]
    public void Keys_need_a_beginning_that_tells_them_from_others()
    {
        var builder = new ServiceCollection().AddGiftCards();

        Should.Throw<ArgumentException>(() => builder.UseRedisRate(_ => server.Connection, " ")).ParamName.ShouldBe("prefix");
    }
}
