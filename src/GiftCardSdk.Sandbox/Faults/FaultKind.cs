namespace GiftCardSdk.Sandbox;

/// <summary>
/// The ways a twin can misbehave. "Before the commit" means the request was read and had no effect; "after the commit" means it had its
/// full effect and only the answer is bad or missing.
/// </summary>
public enum FaultKind
{
    /// <summary>429 with the provider's error body and no effect; <see cref="Fault.RetryAfter"/> adds or replaces the header.</summary>
    RateLimited,

    /// <summary>
    /// An answer in the provider's stead before the commit: an HTML error page unless <see cref="Fault.Body"/> says otherwise, with 500 unless
    /// <see cref="Fault.Status"/> does.
    /// </summary>
    ServerErrorBeforeCommit,

    /// <summary>The same after the commit: what a gateway says whose patience ended, or which misliked the provider's answer.</summary>
    ServerErrorAfterCommit,

    /// <summary>The connection is reset (TCP RST) before the commit.</summary>
    ResetBeforeCommit,

    /// <summary>The connection is reset (TCP RST) after the commit.</summary>
    ResetAfterCommit,

    /// <summary>The connection is closed cleanly (TCP FIN) before the commit, without a byte of an answer.</summary>
    CloseBeforeCommit,

    /// <summary>The connection is closed cleanly (TCP FIN) after the commit, without a byte of an answer.</summary>
    CloseAfterCommit,

    /// <summary>Commits at once and answers properly after <see cref="Fault.Delay"/>, for clients that give up in the meantime.</summary>
    SlowAnswer,

    /// <summary>
    /// Commits only after <see cref="Fault.Delay"/> and then answers properly. The commit happens even if the client has given up by then.
    /// </summary>
    SlowCommit,

    /// <summary>
    /// Closes the connection at once and commits after <see cref="Fault.Delay"/>: after a look-up has said "not found".
    /// </summary>
    LateCommit,

    /// <summary>After the commit, half the body under a Content-Length that promises all of it, then a clean close.</summary>
    TruncatedBody,

    /// <summary>After the commit, half the JSON as a complete and otherwise proper answer.</summary>
    BrokenBody,

    /// <summary>After the commit, a proper answer without a body.</summary>
    EmptyBody,

    /// <summary>After the commit, 200 with an HTML page, as a proxy in between would send.</summary>
    HtmlBody,

    /// <summary>After the commit, the proper body under another 2xx; 202 unless <see cref="Fault.Status"/> says otherwise.</summary>
    OtherSuccessStatus,

    /// <summary>
    /// A redirect before the commit; 307 unless <see cref="Fault.Status"/> says otherwise. It leads to <see cref="Fault.Location"/>, by
    /// default back to the same address, so that a client which follows it is seen to arrive twice.
    /// </summary>
    Redirect307,

    /// <summary>401 with the provider's error body although the credentials are good.</summary>
    Unauthorized,

    /// <summary>The product asked for is gone, for this one call: a create or the reading of one product is refused.</summary>
    ProductGone,

    /// <summary>Every balance is empty, for this one create.</summary>
    BalanceEmpty,

    /// <summary>A webhook is never sent.</summary>
    WebhookLost,

    /// <summary>A webhook is posted twice, one post after the other.</summary>
    WebhookDoubled,

    /// <summary>A webhook is first sent <see cref="Fault.Delay"/> after it came about.</summary>
    WebhookLate,

    /// <summary>A webhook is held back until a later one has been posted, at most for <see cref="Fault.Delay"/>.</summary>
    WebhookOutOfOrder,

    /// <summary>
    /// A copy is posted before the webhook, well signed but <see cref="Fault.Delay"/> ago, by default an hour. Where the provider signs no time,
    /// it differs from the webhook in nothing.
    /// </summary>
    WebhookStale,

    /// <summary>
    /// A copy is posted before the webhook, signed with a secret that is not the twin's. Where the provider does not sign, it tells another
    /// status than the true one.
    /// </summary>
    WebhookForged,
}
