using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Conformance;

/// <summary>Options that change while the application runs.</summary>
public static class ConformanceOptions
{
    /// <summary>Has an account's options made anew by what configures them, as after a change of the configuration.</summary>
    /// <typeparam name="TOptions">The adapter's options.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the account.</param>
    /// <exception cref="ArgumentNullException">The services or the name is null.</exception>
    public static void Renew<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceProvider services,
        string name
    )
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.GetRequiredService<IOptionsMonitorCache<TOptions>>().TryRemove(name);
    }
}
