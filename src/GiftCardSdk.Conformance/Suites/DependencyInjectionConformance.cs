using GiftCardSdk.Adapters;
using GiftCardSdk.Conformance.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Conformance;

/// <summary>Accounts are registered as users expect: by name, several side by side, keyed, checked.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class DependencyInjectionConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>The registry and the key give the same account, made once.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_account_is_one_object_by_name_and_by_key()
    {
        await using var run = await StartAsync();

        var byName = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => run.Account)));
        var byKey = run.Services.GetRequiredKeyedService<IGiftCardAccount>(Run.AccountName);

        Assert.All(byName, account => Assert.Same(byKey, account));
        Expect.Same(Run.AccountName, byKey.Name, "The account's Name");
        Expect.That(
            byKey.Provider is { Length: > 0 } name
                && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'),
            $"Provider '{byKey.Provider}': small letters are expected."
        );
        Expect.Same(GiftCardEnvironment.Sandbox, byKey.Environment, "The Environment, unless production is said");
    }

    /// <summary>Two accounts of one provider stand side by side, each under its name.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Several_accounts_stand_side_by_side()
    {
        await using var run = await StartAsync();
        var services = Run.Bare(run.Stage, out var builder);
        run.Stage.AddAccount(builder, "first");
        run.Stage.AddAccount(builder, "second");
        ShareOneJournalId(builder.Services);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var accounts = provider.GetRequiredService<IGiftCards>().Accounts;

        Expect.Same("first, second", string.Join(", ", accounts.Select(account => account.Name)), "The accounts");
        Assert.NotSame(accounts[0], accounts[1]);
        foreach (var account in accounts)
        {
            var order = await account.Orders.PlaceAsync(run.NewOrder());
            Expect.Same(account.Name, order.Account, "The Account on an order");
        }
    }

    /// <summary>A name stands for one account; a second one, or none, is a mistake that is told where it is made.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_name_is_unique_and_not_blank()
    {
        await using var run = await StartAsync();
        Run.Bare(run.Stage, out var builder);
        run.Stage.AddAccount(builder, "only");

        var twice = Assert.ThrowsAny<ArgumentException>(() => run.Stage.AddAccount(builder, "only"));

        Assert.Contains("only", twice.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => run.Stage.AddAccount(builder, " "));
    }

    /// <summary>Settings that cannot be right are found at the start of a host, and on first use without one; the message names the account.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Wrong_settings_are_found_at_the_start_and_on_first_use()
    {
        await using var run = await StartAsync();
        run.NeedWire();
        var services = Run.Bare(run.Stage, out var builder);
        ((HttpConformanceStage)run.Stage).AddUnusableAccount(builder, "unusable-account");
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var atStart = await Assert.ThrowsAnyAsync<OptionsValidationException>(() =>
            Task.WhenAll(provider.GetServices<IHostedService>().Select(service => service.StartAsync(CancellationToken.None)))
        );
        var onUse = Assert.ThrowsAny<OptionsValidationException>(() =>
            provider.GetRequiredService<IGiftCards>().GetAccount("unusable-account")
        );

        Assert.Contains("unusable-account", atStart.Message, StringComparison.Ordinal);
        Assert.Contains("unusable-account", onUse.Message, StringComparison.Ordinal);
    }

    /// <summary>Credentials that are replaced while the application runs are used by the next call, be it an order or a read.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Replaced_credentials_are_used_without_a_restart()
    {
        await using var run = await StartAsync();
        run.NeedWire();
        var account = run.Account;
        var placed = await account.Orders.PlaceAsync(run.NewOrder());
        ((HttpConformanceStage)run.Stage).ReplaceCredentials(run.Services, Run.AccountName);

        var request = run.NewOrder();
        try
        {
            await account.Orders.PlaceAsync(request);
            foreach (var (_, read) in RoleCalls.Reads(account, placed))
            {
                await read(account, CancellationToken.None);
            }
        }
        catch (GiftCardException failure)
        {
            Assert.Fail(
                $"The credentials were replaced at the stand-in and in the options, and a call still came without them: {failure.Message}"
            );
        }

        Assert.Single(run.SalesOf(request.Reference));
    }

    /// <summary>Capabilities are data: there before any call, and the same each time.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Capabilities_are_known_before_any_call()
    {
        await using var run = await StartAsync();

        var capabilities = run.Account.Capabilities;

        Expect.That(capabilities.Shapes.Count > 0, "Nothing can be ordered: Capabilities have no shape.");
        Expect.Same(capabilities.Shapes.Count, capabilities.Shapes.DistinctBy(shape => shape.Delivery).Count(), "Deliveries with a shape");
        Expect.That((run.Stage as HttpConformanceStage)?.Wire.Times.Count is null or 0, "Asking for the Capabilities made a call.");
    }

    /// <summary>The stand-in has one set of credentials: two names for it are one account at the provider, which has to be said.</summary>
    private static void ShareOneJournalId(IServiceCollection services)
    {
        foreach (
            var service in services
                .Where(service => !service.IsKeyedService && service.ImplementationInstance is AccountRegistration)
                .ToList()
        )
        {
            services.Remove(service);
            services.AddSingleton((AccountRegistration)service.ImplementationInstance! with { JournalId = static _ => "first" });
        }
    }
}
