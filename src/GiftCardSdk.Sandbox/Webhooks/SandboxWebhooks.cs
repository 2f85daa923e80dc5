using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The webhooks of one twin: what came about, and the way of it to a receiver on this machine. What a receiver does not answer 2xx within ten
/// seconds is sent again after 1, 5 and 30 minutes, 2 and 12 hours by the twin's clock; no provider publishes its schedule, so it is assumed.
/// </summary>
/// <remarks>
/// Nothing is sent but by <see cref="SendDueAsync"/>, <see cref="SendAsync"/> and <see cref="RunAsync"/>. <see cref="Faults"/> loses, doubles,
/// forges, delays and reorders them. Safe for use from several threads.
/// </remarks>
public sealed class SandboxWebhooks
{
    private const int MostAttempts = 1_000;

    private static readonly TimeSpan UsualAge = TimeSpan.FromHours(1);

    // A wait has an upper bound in .NET; what is due later than this is looked at again then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly ProviderTwin _twin;
    private readonly WebhookOutbox _outbox;
    private readonly Func<string, string> _forge;
    private readonly Random _random;
    private readonly Queue<SandboxWebhookAttempt> _attempts = new();
    private TaskCompletionSource? _changed;

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
    internal SandboxWebhooks(
        ProviderTwin twin,
        int seed,
        IEnumerable<string> events,
        string secret,
        Func<SandboxWebhook, string, DateTimeOffset, IReadOnlyList<(string Name, string Value)>> sign,
        Func<string, string>? forge = null
    )
    {
        // Drawn apart from the twin's own, so that a fault of a webhook changes neither ids nor the faults of requests.
        _random = new Random(seed ^ 0x3EB);
        (_twin, _forge, Secret, Sign) = (twin, forge ?? (static body => body), secret, sign);
        Faults = new FaultScript(events, FaultScript.WebhookKinds, seed ^ 0x3EC);
        _outbox = new WebhookOutbox(Faults);
    }

    /// <summary>
    /// What goes wrong with the sending: faults of the kinds that begin with <c>Webhook</c>, with an event's name as their operation. Each
    /// webhook draws once, when it is first sent.
    /// </summary>
    public FaultScript Faults { get; }

    /// <summary>The last 10,000 that came about, oldest first, sent or not; a copy.</summary>
    public IReadOnlyList<SandboxWebhook> All => _twin.Now(_ => _outbox.All);

    /// <summary>The last 1,000 posts, oldest first; a copy.</summary>
    public IReadOnlyList<SandboxWebhookAttempt> Attempts => _twin.Now(_ => _attempts.ToArray());

    /// <summary>Where they are posted; null, as at first: they wait.</summary>
    public Uri? Receiver { get; private set; }

    /// <summary>The secret that signs; empty where the provider does not sign.</summary>
    public string Secret { get; private set; }

    /// <summary>Makes the headers of an attempt from webhook, secret and time: as the provider's documents say, where they are silent as assumed.</summary>
    public Func<SandboxWebhook, string, DateTimeOffset, IReadOnlyList<(string Name, string Value)>> Sign { get; private set; }

    /// <summary>Says where they are posted. Where the order named an address, its path and query replace those of the receiver.</summary>
    /// <param name="receiver">An address of this machine's loopback; null lets them wait.</param>
    /// <exception cref="ArgumentException">The address is not one of this machine's loopback.</exception>
    public void SetReceiver(Uri? receiver)
    {
        Receiver = receiver is null ? null : WebhookPost.Local(receiver);
        Wake();
    }

    /// <summary>Signs with another secret from the next attempt on, as a rotation does.</summary>
    /// <param name="secret">The secret.</param>
    public void SetSecret(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        Secret = secret;
    }

    /// <summary>Signs in another form from the next attempt on.</summary>
    /// <param name="sign">Makes the headers of an attempt from webhook, secret and time.</param>
    public void SetSign(Func<SandboxWebhook, string, DateTimeOffset, IReadOnlyList<(string Name, string Value)>> sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        Sign = sign;
    }

    /// <summary>Posts those whose time has come, each once, oldest first.</summary>
    /// <param name="cancellationToken">Ends the sending; what was not taken by then waits on.</param>
    /// <returns>How many posts the receiver answered 2xx; a doubled webhook may count twice.</returns>
    /// <exception cref="InvalidOperationException">There is no <see cref="Receiver"/>.</exception>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken = default)
    {
        var receiver = Needed();
        var taken = 0;
        while (_twin.Now(_outbox.Next) is { } delivery)
        {
            taken += await AttemptAsync(receiver, delivery, cancellationToken).ConfigureAwait(false);
        }

        return taken;
    }

    /// <summary>Posts one now, whether it is due or not: to replay it, or a changed copy of it.</summary>
    /// <param name="webhook">One of <see cref="All"/>, or one made up.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>Whether the receiver answered 2xx within ten seconds.</returns>
    /// <exception cref="InvalidOperationException">There is no <see cref="Receiver"/>.</exception>
    public Task<bool> SendAsync(SandboxWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return PostAsync(Needed(), webhook, Secret, _twin.Clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>
    /// Sends them as they come about and fall due, by the twin's clock, until it is cancelled. Orders complete for it without anybody looking.
    /// </summary>
    /// <param name="cancellationToken">Ends it, without an exception.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var changed = Changed();
            try
            {
                if (Receiver is not null)
                {
                    await SendDueAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await changed.WaitAsync(UntilNext(), _twin.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Posts none of those that came about so far; they are still among <see cref="All"/>.</summary>
    internal void Forget() => _twin.Now(_ => _outbox.Forget());

    /// <summary>HMAC-SHA256 in lower-case hexadecimal, of UTF-8.</summary>
    internal static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
    internal Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Notes that something came about. Under the twin's lock.</summary>
    internal void Raise(string what, string body, DateTimeOffset now, string? key, Uri? target = null, Guid? id = null)
    {
        _outbox.Add(
            new SandboxWebhook
            {
                Id = (id ?? NewId()).ToString("D"),
                Event = what,
                At = now,
                Body = body,
                Key = key,
                Target = target,
            }
        );
        Wake();
    }

    /// <summary>Something changed that may be due sooner than was known.</summary>
    internal void Wake() => Interlocked.Exchange(ref _changed, null)?.TrySetResult();

    private Uri Needed() =>
        Receiver ?? throw new InvalidOperationException("Call Webhooks.SetReceiver first, with an address of this machine.");

    private Task Changed()
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _changed, mine, null) ?? mine).Task;
    }

    private TimeSpan UntilNext()
    {
        if (Receiver is null)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var wait = _twin.Now(now =>
            (_twin.NextDue, _outbox.NextDue) switch
            {
                ({ } work, { } post) => (work < post ? work : post) - now,
                var (work, post) => (work ?? post) - now ?? Timeout.InfiniteTimeSpan,
            }
        );
        return wait > LongestWait ? LongestWait : wait;
    }

    private async Task<int> AttemptAsync(Uri receiver, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var (taken, isTaken) = (0, false);
        try
        {
            foreach (var (webhook, secret, signedAt) in Posts(delivery))
            {
                isTaken = await PostAsync(receiver, webhook, secret, signedAt, cancellationToken).ConfigureAwait(false);
                taken += isTaken ? 1 : 0;
            }
        }
        finally
        {
            // What was cancelled is retried like what was refused.
            _twin.Now(now => _outbox.Attempted(delivery, isTaken, now));
        }

        return taken;
    }

    // The genuine one comes last, and alone says whether the webhook was taken.
    private (SandboxWebhook Webhook, string Secret, DateTimeOffset SignedAt)[] Posts(WebhookDelivery delivery)
    {
        var (webhook, now) = (delivery.Webhook, _twin.Clock.GetUtcNow());
        return delivery.Fault switch
        {
            { Kind: FaultKind.WebhookDoubled } => [(webhook, Secret, now), (webhook, Secret, now)],
            { Kind: FaultKind.WebhookStale } stale => [(webhook, Secret, now - (stale.Delay ?? UsualAge)), (webhook, Secret, now)],
            { Kind: FaultKind.WebhookForged } =>
            [
                (webhook with { Body = _forge(webhook.Body) }, "not-" + Secret, now),
                (webhook, Secret, now),
            ],
            _ => [(webhook, Secret, now)],
        };
    }

    private async Task<bool> PostAsync(
        Uri receiver,
        SandboxWebhook webhook,
        string secret,
        DateTimeOffset signedAt,
        CancellationToken cancellationToken
    )
    {
        var address = webhook.Target is { } target ? new Uri(receiver, target.PathAndQuery) : receiver;
        var headers = Sign(webhook, secret, signedAt);
        var status = await WebhookPost.SendAsync(address, webhook.Body, headers, cancellationToken).ConfigureAwait(false);
        _twin.Now(now =>
        {
            _attempts.Enqueue(new SandboxWebhookAttempt(webhook.Id, address, now, status));
            if (_attempts.Count > MostAttempts)
            {
                _attempts.Dequeue();
            }
        });
        return status is >= 200 and < 300;
    }
}
