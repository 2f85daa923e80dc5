using System.Text.Json;
using WireMock.Server;
using WireMock.Settings;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>
/// A WireMock.Net server on a socket of this machine that answers as the documents of one provider do. It keeps no state: whatever is ordered, it answers
/// with the documented order. Tests of what is bought once or twice want a twin of <c>GiftCardSdk.Sandbox</c> instead.
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

    /// <summary>The providers whose documents are here, by the names that the adapters have for them: <c>gifq</c>, <c>giftbit</c>, …</summary>
    public static IReadOnlyList<string> Providers { get; } = [.. ProviderAccounts.All.Keys];

    /// <summary>The server, for mappings and scenarios of your own; one with a priority below -1 comes before all that are here.</summary>
    public WireMockServer Server { get; }

    /// <summary>Where it listens: the <c>BaseAddress</c> of the adapter's options.</summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// An account that the server answers, as configuration: <c>BaseAddress</c> and the credentials, under the names of the adapter's options. None of them is real.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>All that is documented of this provider, by name.</summary>
    public IReadOnlyList<DocumentedExample> Examples => [.. _files.Select(file => file.Example)];

    /// <summary>
    /// How the requests so far differ from the documented ones, in words, oldest first; empty if they do not. With <see cref="RequestMatching.Operation"/> only
    /// requests that nothing is documented for. Requests that a mapping of your own answered are left out.
    /// </summary>
    public IReadOnlyList<string> Differences =>
        [
            .. Server
                .LogEntries.Where(entry => entry.MappingGuid is not { } id || _ours.ContainsKey(id))
                .SelectMany(entry =>
                    RequestDifferences.Of(ReceivedRequest.From(entry), entry.MappingGuid is { } id ? _ours[id] : null, _files, _matching)
                ),
        ];

    /// <summary>All that is documented of a provider, by name, without a server.</summary>
    /// <param name="provider">One of <see cref="Providers"/>.</param>
    /// <returns>The examples.</returns>
    /// <exception cref="ArgumentException">There is no such provider.</exception>
    public static IReadOnlyList<DocumentedExample> ExamplesOf(string provider) =>
        [.. MappingFiles.Of(Known(provider)).Select(file => file.Example)];

    /// <summary>Starts a server of a provider's documented answers.</summary>
    /// <param name="provider">One of <see cref="Providers"/>, such as <c>huuray</c>.</param>
    /// <param name="matching">How like its documented request a request must be.</param>
    /// <param name="examples">The names of those that are answered from the start; null for all that are so by themselves. The fewer, the quicker.</param>
    /// <returns>The server, listening on a free port of this machine.</returns>
    /// <exception cref="ArgumentException">There is no such provider.</exception>
    public static GiftCardWireMock Start(
        string provider,
        RequestMatching matching = RequestMatching.Operation,
        IReadOnlyCollection<string>? examples = null
    ) => new(Known(provider), matching, examples, WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] }));

    /// <summary>
    /// Answers the operation of an example with that example from now on, such as a refusal. An example of every operation, such as a 429, answers the requests
    /// of all operations for which nothing else was asked.
    /// </summary>
    /// <param name="example">Its name.</param>
    /// <returns>The example.</returns>
    /// <exception cref="ArgumentException">There is no such example.</exception>
    public DocumentedExample Answer(string example)
    {
        var file =
            _files.FirstOrDefault(file => file.Example.Name == example)
            ?? throw new ArgumentException($"There is no example '{example}'. Examples lists those that there are.", nameof(example));
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

    /// <summary>Takes back what <see cref="Answer"/> was asked for; mappings of your own stay.</summary>
    public void Reset()
    {
        foreach (var id in _front.Values)
        {
            Server.DeleteMapping(id);
        }

        _front.Clear();
    }

    /// <summary>Adds an example of your own, in the form of those that are here: to be answered, compared with and asked for like them.</summary>
    /// <param name="name">What it is called; one of this name that is there already is replaced.</param>
    /// <param name="mapping">A mapping of WireMock.Net in JSON, with <c>Title</c>, <c>Description</c>, <c>Priority</c> (1 to 3), <c>Request</c> and <c>Response</c>.</param>
    /// <exception cref="ArgumentException">It is no such mapping.</exception>
    public void Load(string name, string mapping)
    {
        MappingFile file;
        try
        {
            file = new(_provider, name, mapping);
        }
        catch (Exception mistake) when (mistake is JsonException or FormatException or InvalidOperationException)
        {
            throw new ArgumentException(
                $"'{name}' is no mapping in the form of those of this package: {mistake.Message}",
                nameof(mapping),
                mistake
            );
        }

        _files.RemoveAll(other => other.Example.Name == name);
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

    private static string Known(string provider) =>
        ProviderAccounts.All.ContainsKey(provider)
            ? provider
            : throw new ArgumentException(
                $"There is no provider '{provider}'; expected is one of {string.Join(", ", ProviderAccounts.All.Keys)}.",
                nameof(provider)
            );
}
