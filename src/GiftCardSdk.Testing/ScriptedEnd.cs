namespace GiftCardSdk.Testing;

/// <summary>How one send of an order ends: whether and when the provider sells, and what the caller hears of it. The two are independent; that is the point.</summary>
public sealed record ScriptedEnd
{
    private ScriptedEnd(ScriptedSale sale, ScriptedAnswer answer)
    {
        Sale = sale;
        Answer = answer;
    }

    /// <summary>Sold, and the order is returned. What happens when nothing is scripted.</summary>
    public static ScriptedEnd Accepted { get; } = new(ScriptedSale.BeforeAnswer, ScriptedAnswer.Order);

    /// <summary>Sold, but the connection is lost before the answer.</summary>
    public static ScriptedEnd AnswerLost { get; } = new(ScriptedSale.BeforeAnswer, ScriptedAnswer.ConnectionLost);

    /// <summary>The connection is lost, and nothing was sold.</summary>
    public static ScriptedEnd RequestLost { get; } = new(ScriptedSale.Never, ScriptedAnswer.ConnectionLost);

    /// <summary>Sold, and answered with a server error (500).</summary>
    public static ScriptedEnd ServerErrorAfterSale { get; } = new(ScriptedSale.BeforeAnswer, ScriptedAnswer.ServerError);

    /// <summary>Answered with a server error (500), and nothing was sold.</summary>
    public static ScriptedEnd ServerError { get; } = new(ScriptedSale.Never, ScriptedAnswer.ServerError);

    /// <summary>Sold, and no answer until the caller gives up.</summary>
    public static ScriptedEnd HangsAfterSale { get; } = new(ScriptedSale.BeforeAnswer, ScriptedAnswer.None);

    /// <summary>No sale and no answer until the caller gives up.</summary>
    public static ScriptedEnd Hangs { get; } = new(ScriptedSale.Never, ScriptedAnswer.None);

    /// <summary>Nothing ever leaves: refused connection, open circuit, no token.</summary>
    public static ScriptedEnd NeverSent { get; } = new(ScriptedSale.Never, ScriptedAnswer.NeverSent);

    /// <summary>Sold, but the provider refuses the only recipient: the order exists, and no card will come of it.</summary>
    public static ScriptedEnd RecipientRefused { get; } =
        new(ScriptedSale.BeforeAnswer, ScriptedAnswer.Failure) { Code = GiftCardErrorCode.InvalidRecipient, NamesOrder = true };

    /// <summary>The key is taken already: a conflict that names the original order if there is one.</summary>
    public static ScriptedEnd Conflict { get; } =
        new(ScriptedSale.Never, ScriptedAnswer.Failure) { Code = GiftCardErrorCode.Conflict, NamesOrder = true };

    /// <summary>A definite refusal; nothing is sold.</summary>
    /// <param name="code">Why.</param>
    /// <returns>The end.</returns>
    public static ScriptedEnd Refused(GiftCardErrorCode code) => new(ScriptedSale.Never, ScriptedAnswer.Failure) { Code = code };

    /// <summary>Too many calls (429); nothing is sold.</summary>
    /// <param name="retryAfter">How long the provider asks to wait; null if it does not say.</param>
    /// <returns>The end.</returns>
    public static ScriptedEnd RateLimited(TimeSpan? retryAfter = null) =>
        new(ScriptedSale.Never, ScriptedAnswer.Failure)
        {
            Code = GiftCardErrorCode.RateLimited,
            IsTransient = true,
            RetryAfter = retryAfter,
        };

    /// <summary>The answer is lost, and the sale comes later: a look-up in between finds nothing.</summary>
    /// <param name="after">How long after the request arrived.</param>
    /// <returns>The end.</returns>
    public static ScriptedEnd SoldLate(TimeSpan after) => new(ScriptedSale.Late, ScriptedAnswer.ConnectionLost) { SaleAfter = after };

    /// <summary>Any exception, as a careless adapter would let it through.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isSold">Whether the order was sold anyway.</param>
    /// <returns>The end.</returns>
    public static ScriptedEnd Throws(Exception exception, bool isSold = false)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(isSold ? ScriptedSale.BeforeAnswer : ScriptedSale.Never, ScriptedAnswer.Exception) { Exception = exception };
    }

    /// <summary>What is waited for before the order is handed over; null for nothing. Cancelling ends the waiting, and nothing is sent.</summary>
    public Task? BeforeHandOver { get; init; }

    /// <summary>What is waited for between the sale and the answer; null for nothing. Cancelling ends the waiting; what was sold stays sold.</summary>
    public Task? BeforeAnswer { get; init; }

    internal ScriptedSale Sale { get; }

    internal ScriptedAnswer Answer { get; }

    internal TimeSpan SaleAfter { get; private init; }

    internal GiftCardErrorCode Code { get; private init; }

    internal bool NamesOrder { get; private init; }

    internal bool IsTransient { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    internal Exception? Exception { get; private init; }
}

/// <summary>Whether and when the provider sells.</summary>
internal enum ScriptedSale
{
    Never = 0,
    BeforeAnswer,
    Late,
}

/// <summary>What the caller hears.</summary>
internal enum ScriptedAnswer
{
    Order = 0,
    Failure,
    ConnectionLost,
    ServerError,
    None,
    NeverSent,
    Exception,
}
