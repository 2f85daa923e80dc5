using System.Net.Sockets;
using System.Security.Authentication;
using GiftCardSdk.Diagnostics.Internal;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// One attempt ended without a whole answer. Stays inside the pipeline, and carries no exception of the transport: those may hold addresses.
/// </summary>
#pragma warning disable CA1064 // Internal, because it is caught within the pipeline that throws it.
internal sealed class AttemptFailedException : Exception
#pragma warning restore CA1064
{
    private AttemptFailedException(string reason, HttpRequestError kind = HttpRequestError.Unknown, bool isTransient = true)
        : base(reason)
    {
        IsUnreadable = kind is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded;
        IsTransient = isTransient && !IsUnreadable;
    }

    /// <summary>Whether another attempt may fare better.</summary>
    public bool IsTransient { get; }

    /// <summary>Whether there was an answer that is no HTTP, or more of it than we take.</summary>
    public bool IsUnreadable { get; }

    public static AttemptFailedException TimedOut(TimeSpan limit) => new($"there was no whole answer within {limit.TotalSeconds:0.###} s");

    public static AttemptFailedException From(Exception cause) =>
        cause switch
        {
            OperationCanceledException => new("no connection could be made in time"),
            HttpRequestException http => new(Describe($"{http.HttpRequestError}", cause), http.HttpRequestError),
            HttpIOException io => new(Describe($"{io.HttpRequestError}", cause), io.HttpRequestError),
            InvalidDataException => new("the body is not compressed the way it says", HttpRequestError.InvalidResponse),
            IOException or SocketException or AuthenticationException or TimeoutException => new(Describe(cause.GetType().Name, cause)),
            // A handler of the application's own, or a mistake of ours: its words are not known to be safe.
            _ => new($"the transport threw {cause.GetType().Name}", isTransient: false),
        };

    private static string Describe(string kind, Exception cause)
    {
        var root = cause.GetBaseException();
        return root is SocketException socket ? $"{kind}, {socket.SocketErrorCode}" : $"{kind}: {Redactor.Text(root.Message)}";
    }
}
