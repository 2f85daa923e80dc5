using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GiftCardSdk.TestHelpers;

/// <summary>
/// A provider that garbles one answer of each call, and the count of what its caller made of them. Stands in place of the socket, so that a run of many
/// thousand answers takes seconds; everything above the socket is the SDK's own.
/// </summary>
public sealed class BodyFuzz : HttpMessageHandler
{
    /// <summary>What one call may allocate: some copies of the largest bodies there are.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private const int MostAnswers = 3;

    private readonly Func<HttpRequestMessage, string> _documented;
    private readonly Func<HttpRequestMessage, string?> _spared;
    private BodyMutator _mutator = new(0);
    private int _whole;
    private long _spentOnGarbling;

    /// <summary>Makes a provider.</summary>
    /// <param name="documented">The documented answer to a request, which is garbled.</param>
    /// <param name="spared">An answer that is left whole, such as that to a token call; null for none.</param>
    public BodyFuzz(Func<HttpRequestMessage, string> documented, Func<HttpRequestMessage, string?>? spared = null)
    {
        _documented = documented;
        _spared = spared ?? (static _ => null);
    }

    /// <summary>Whether a call asks for more than one answer, of which all but one stay whole.</summary>
    public bool MayStayWhole { get; init; }

    /// <summary>How many answers were garbled.</summary>
    public int Answers { get; private set; }

    /// <summary>Calls again and again. Every end but a result or an exception of the known kind is a failure that names its seed.</summary>
    /// <typeparam name="TKnown">The one kind of exception that callers are promised.</typeparam>
    /// <param name="seeds">A call for each.</param>
    /// <param name="call">The call; what it returns is printed, since printing must not fail either.</param>
    /// <returns>How many answers were read, and how many refused.</returns>
    public async Task<(int Read, int Refused)> RunAsync<TKnown>(IEnumerable<int> seeds, Func<Task<object?>> call)
        where TKnown : Exception
    {
        var (read, refused) = (0, 0);
        foreach (var seed in seeds)
        {
            // A call that needs several answers gets each of them garbled in turn.
            (_mutator, _whole, _spentOnGarbling) = (new(seed), seed % MostAnswers, 0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var running = call();
            // Nothing waits for a socket here, so a call is over when it returns. Of one that has gone to another thread nothing can be told.
            var spent = running.IsCompleted ? GC.GetAllocatedBytesForCurrentThread() - before - _spentOnGarbling : 0;
            try
            {
                _ = $"{await running}";
                read++;
            }
            catch (TKnown failure)
            {
                // Printing a stack costs as much as all the rest of a call, so not every failure is printed whole.
                _ = seed % 8 == 0 ? failure.ToString() : failure.Message;
                refused++;
            }
            catch (Exception other)
            {
                throw new InvalidOperationException($"Seed {seed} ended in {other.GetType().Name}.", other);
            }

            if (spent > MostBytes)
            {
                throw new InvalidOperationException($"Seed {seed} took {spent} bytes of memory.");
            }
        }

        return (read, refused);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // As a socket would: what is sent leaves.
        await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask);
        return _spared(request) is { } whole ? Answer(Encoding.UTF8.GetBytes(whole), "application/json") : Garbled(request);
    }

    private HttpResponseMessage Garbled(HttpRequestMessage request)
    {
        var documented = _documented(request);
        if (MayStayWhole && _whole-- != 0)
        {
            return Answer(Encoding.UTF8.GetBytes(documented), "application/json");
        }

        Answers++;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (body, mediaType) = _mutator.Mutate(documented);
        _spentOnGarbling += GC.GetAllocatedBytesForCurrentThread() - before;
        return Answer(body, mediaType);
    }

    private static HttpResponseMessage Answer(byte[] body, string? mediaType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return new(HttpStatusCode.OK) { Content = content };
    }
}
