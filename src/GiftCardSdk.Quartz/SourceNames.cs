using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Quartz;

/// <summary>The names of the sources that this node has.</summary>
internal sealed class SourceNames
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Those of an application, the same ones each time.</summary>
    public static SourceNames Of(IServiceCollection services)
    {
        if (
            services.FirstOrDefault(static service => service.ServiceType == typeof(SourceNames))?.ImplementationInstance
            is SourceNames known
        )
        {
            return known;
        }

        var names = new SourceNames();
        services.AddSingleton(names);
        return names;
    }

    /// <exception cref="ArgumentException">The name is blank, or taken.</exception>
    public void Add(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_names.Add(name))
        {
            throw new ArgumentException($"There is a source of lines named '{name}' already; give each a name of its own.", nameof(name));
        }
    }

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>What is said where one is missing.</summary>
    public string MissingText(string name) =>
        $"This node has no source of lines named '{name}'; it has {(_names.Count == 0 ? "none" : $"'{string.Join("', '", _names)}'")}. Register it on every node: AddGiftCardBatches(batches => batches.AddSource<…>(\"{name}\")).";
}
