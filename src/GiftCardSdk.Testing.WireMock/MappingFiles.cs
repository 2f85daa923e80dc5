using System.Collections.Concurrent;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>The mappings in this package.</summary>
internal static class MappingFiles
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<MappingFile>> Read = new(StringComparer.Ordinal);

    /// <summary>All mappings of a provider, in the order of their names.</summary>
    public static IReadOnlyList<MappingFile> Of(string provider) => Read.GetOrAdd(provider, ReadAll);

    private static IReadOnlyList<MappingFile> ReadAll(string provider)
    {
        var assembly = typeof(MappingFiles).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Select(resource => (Resource: resource, Parts: resource.Split('/')))
                .Where(file => string.Equals(file.Parts[0], provider, StringComparison.OrdinalIgnoreCase))
                .Select(file => new MappingFile(provider, Path.GetFileNameWithoutExtension(file.Parts[1]), Text(file.Resource)))
                .OrderBy(file => file.Example.Name, StringComparer.Ordinal),
        ];

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }
}
