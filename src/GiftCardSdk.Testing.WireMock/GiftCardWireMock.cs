using System.Text.Json;
using WireMock.Server;
using WireMock.Settings;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>
/// A WireMock.Net server on this machine that answers as the documents of one provider show. It keeps no state: whatever is ordered, the answer is the
/// documented order. To test whether something is bought once or twice, use a twin of <c>GiftCardSdk.Sandbox</c>.
/// </summary>
public sealed class GiftCardWireMock : IAsyncDisposable, IDisposable
{
    private readonly RequestMatching _matching;
    private readonly List<MappingFile> _files;
    private readonly string _provider;
    private readonly Dictionary<Guid, MappingFile> _ours = [];
    private readonly Dictionary<(string? Method, string Path), Guid> _front = [];

    private GiftCardWireMock(string provider, RequestMatching matching, IReadOnlyCollection<string>? examples, WireMockServer server)
    {
        (_provider, _matching, _files, Server) = (provider, matching, [.. MappingFiles.Of(provider)], server);
        BaseAddress = new(server.Url!);
        Settings = new Dictionary<string, string?>(ProviderAccounts.All[provider], StringComparer.Ordinal)
        {
            ["BaseAddress"] = server.Url!,
        };
        foreach (var file in _files.Where(file => examples?.Contains(file.Example.Name, StringComparer.Ordinal) ?? true))
        {
            AddAtStart(file);
        }
    }

    /// <summary>The providers whose documented answers are here, by the adapters' names for them: <c>gifq</c>, <c>giftbit</c>, …</summary>
    public static IReadOnlyList<string> Providers { get; } = [.. ProviderAccounts.All.Keys];

    /// <summary>WireMock.Net's own server, for your own mappings and scenarios. A mapping with a priority below -1 comes before all mappings of this package.</summary>
    public WireMockServer Server { get; }

    /// <summary>The address of the server, for <c>BaseAddress</c> of the adapter's options.</summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// The settings of an account that the server accepts, for configuration: <c>BaseAddress</c> and the credentials, named as the adapter's options are. No
    /// credential is real.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>All examples of this provider, in the order of their names, those of <see cref="Load"/> last.</summary>
    public IReadOnlyList<DocumentedExample> Examples => [.. _files.Select(file => file.Example)];

    /// <summary>
    /// How the requests so far differ from the documented ones, in words, oldest first; empty if they do not. With <see cref="RequestMatching.Operation"/> these
    /// are only requests that no example answered. Requests that your own mappings answered are left out.
    /// </summary>
    public IReadOnlyList<string> Differences =>
        [
            .. Server
                .LogEntries.Where(entry => entry.MappingGuid is not { } id || _ours.ContainsKey(id))
                .SelectMany(entry =>
                    RequestDifferences.Of(ReceivedRequest.From(entry), entry.MappingGuid is { } id ? _ours[id] : null, _files, _matching)
                ),
        ];

    /// <summary>All examples of a provider, in the order of their names, without a server.</summary>
    /// <param name="provider">One of <see cref="Providers"/>.</param>
    /// <returns>The examples.</returns>
    /// <exception cref="ArgumentException">There is no such provider.</exception>
    public static IReadOnlyList<DocumentedExample> ExamplesOf(string provider) =>
        [.. MappingFiles.Of(Known(provider)).Select(file => file.Example)];

    /// <summary>Starts a server of a provider's documented answers.</summary>
    /// <param name="provider">One of <see cref="Providers"/>, such as <c>huuray</c>.</param>
    /// <param name="matching">How far a request must be like the documented one to be answered.</param>
    /// <param name="examples">The names of the only examples that are answered from the start; null for all that <see cref="DocumentedExample.IsAnsweredFromTheStart"/>. With fewer, the server
    /// starts faster.</param>
    /// <returns>The server, listening on a free port of this machine.</returns>
    /// <exception cref="ArgumentException">There is no such provider or example; the message lists those that there are.</exception>
    public static GiftCardWireMock Start(
        string provider,
        RequestMatching matching = RequestMatching.Operation,
        IReadOnlyCollection<string>? examples = null
    )
    {
        var files = MappingFiles.Of(Known(provider));
        foreach (var name in examples ?? [])
        {
            Find(files, name, nameof(examples));
        }

        return new(provider, matching, examples, WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] }));
    }

    /// <summary>
    /// From now on answers the operation of an example, such as ordering, with this example, such as a refusal. An example of every operation, such as
    /// <c>any-429</c>, then answers all requests whose operation has no example of its own chosen in this way.
    /// </summary>
    /// <param name="example">The name of the example.</param>
    /// <returns>The example.</returns>
    /// <exception cref="ArgumentException">There is no such example; the message lists those that there are.</exception>
    public DocumentedExample Answer(string example)
    {
        var file = Find(_files, example, nameof(example));
        var place = (file.Request.Method, file.Request.Path);
        var mapping = file.InFront(_matching);
        if (_front.Remove(place, out var before))
        {
            Server.DeleteMapping(before);
        }

        Add(file, mapping);
        _front[place] = mapping.Id;
        return file.Example;
    }

    /// <summary>Ends what every <see cref="Answer"/> has chosen; mappings of your own stay.</summary>
    public void Reset()
    {
        foreach (var id in _front.Values)
        {
            Server.DeleteMapping(id);
        }

        _front.Clear();
    }

    /// <summary>Adds an example of your own. The server answers with it, compares requests with it and lists it like those of this package.</summary>
    /// <param name="name">The name of the example; it replaces an example of the same name.</param>
    /// <param name="mapping">A mapping of WireMock.Net in JSON, with <c>Title</c>, <c>Description</c>, <c>Priority</c> (1 to 3), <c>Request</c> and <c>Response</c>.</param>
    /// <exception cref="ArgumentException">The name is blank, or the mapping has not this form; the message says what is missing.</exception>
    public void Load(string name, string mapping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        MappingFile file;
        try
        {
            file = new(_provider, name, mapping);
        }
        catch (Exception mistake) when (mistake is JsonException or FormatException or InvalidOperationException)
        {
            throw new ArgumentException(
                $"'{name}' is not a mapping in the form of this package's mappings: {mistake.Message}",
                nameof(mapping),
                mistake
            );
        }

        Remove(name);
        _files.Add(file);
        AddAtStart(file);
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => Server.Dispose();

    /// <inheritdoc cref="Dispose"/>
    /// <returns>When it has stopped.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Its requests so far stay comparable with it; it answers no more.</summary>
    private void Remove(string name)
    {
        foreach (var (id, _) in _ours.Where(ours => ours.Value.Example.Name == name))
        {
            Server.DeleteMapping(id);
        }

        _files.RemoveAll(other => other.Example.Name == name);
    }

    private void AddAtStart(MappingFile file)
    {
        foreach (var mapping in file.AtStart(_matching))
        {
            Add(file, mapping);
        }
    }

    private void Add(MappingFile file, (Guid Id, string Json) mapping)
    {
        Server.WithMapping(mapping.Json);
        _ours[mapping.Id] = file;
    }

    private static MappingFile Find(IReadOnlyList<MappingFile> files, string name, string parameter) =>
        files.FirstOrDefault(file => file.Example.Name == name)
        ?? throw new ArgumentException(
            $"There is no example '{name}'; expected is one of {string.Join(", ", files.Select(file => file.Example.Name))}.",
            parameter
        );

    private static string Known(string provider) =>
        ProviderAccounts.All.ContainsKey(provider)
            ? provider
            : throw new ArgumentException(
                $"There is no provider '{provider}'; expected is one of {string.Join(", ", ProviderAccounts.All.Keys)}.",
                nameof(provider)
            );
}
