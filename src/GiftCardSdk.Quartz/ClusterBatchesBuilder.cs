using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Quartz;

/// <summary>Says what this node knows of the batches of its cluster.</summary>
public sealed class ClusterBatchesBuilder
{
    private readonly SourceNames _names;

    internal ClusterBatchesBuilder(IServiceCollection services, SourceNames names) => (Services, _names) = (services, names);

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers a source of lines; it may take scoped services, such as a database context.</summary>
    /// <typeparam name="TSource">The source, made in a scope of its own for each chunk.</typeparam>
    /// <param name="name">What batches name it by, the same on all nodes.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or taken.</exception>
    public ClusterBatchesBuilder AddSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        string name
    )
        where TSource : class, IBatchSource
    {
        _names.Add(name);
        Services.AddKeyedScoped<IBatchSource, TSource>(name);
        return this;
    }

    /// <summary>Registers a source of lines that a function makes.</summary>
    /// <param name="name">What batches name it by, the same on all nodes.</param>
    /// <param name="source">Makes it, from the services of a scope of its own for each chunk.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or taken.</exception>
    public ClusterBatchesBuilder AddSource(string name, Func<IServiceProvider, IBatchSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _names.Add(name);
        Services.AddKeyedScoped(name, (services, _) => source(services));
        return this;
    }

    /// <summary>Changes how this node takes part.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public ClusterBatchesBuilder Configure(Action<ClusterBatchesOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }
}
