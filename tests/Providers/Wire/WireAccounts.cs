using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Providers.Wire;

/// <summary>An application with one account of a provider, as a user would set it up, on a clock that no test has to wait for.</summary>
/// <typeparam name="TApi">The provider's own interface.</typeparam>
/// <param name="name">The account's name.</param>
/// <param name="clock">The application's clock.</param>
/// <param name="register">Further services; null for none.</param>
/// <param name="add">Adds the account.</param>
internal abstract class WireAccounts<TApi>(
    string name,
    TimeProvider clock,
    Action<IServiceCollection>? register,
    Action<GiftCardsBuilder> add
) : IAsyncDisposable
    where TApi : class
{
    private readonly ServiceProvider _services = Build(clock, register, add);

    public IServiceProvider Services => _services;

    public IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount(name);

    public TApi Api => Account.GetService<TApi>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(TimeProvider clock, Action<IServiceCollection>? register, Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        register?.Invoke(services);
        add(services.AddGiftCards());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
