namespace GiftCardSdk.Http.Clients;

/// <summary>
/// What the attributes of a provider's Refit interface cannot say: one small class in each adapter. It sees every call before it is sent and every
/// answer before it is returned. One object serves all calls of an account, several at the same time.
/// </summary>
public abstract class ApiRules
{
    /// <summary>No rules: the attributes say everything.</summary>
    internal static ApiRules None { get; } = new NoRules();

    /// <summary>
    /// Checks a call and completes it: another path, query or verb, a body that is no JSON, headers of this call. Nothing was sent yet. Arguments
    /// without a default value are not null here. Ids in the path are checked afterwards, when they are filled in: blank ones and dots throw.
    /// </summary>
    /// <param name="apiCall">The call; may be changed.</param>
    /// <exception cref="ArgumentException">An argument is wrong. The message names it, and shows its value only if that is no secret.</exception>
    protected internal virtual void Prepare(ApiCall apiCall) { }

    /// <summary>Writes a value of a query as the provider reads it, such as a time in its own zone.</summary>
    /// <param name="value">An argument marked <c>[Query]</c>, or a member of one; never null, since what is null is left out.</param>
    /// <returns>The text, not escaped; null, the default, for the usual one: numbers invariant, <c>true</c> and <c>false</c>, times as ISO 8601.</returns>
    protected internal virtual string? QueryText(object value) => null;

    /// <summary>Makes the method's result from the answer; by default the result is the answer's body.</summary>
    /// <param name="apiCall">The call, as it was sent.</param>
    /// <param name="answer">The answer: body, status and headers.</param>
    /// <returns>What the method returns; null only where its type allows that.</returns>
    /// <exception cref="GiftCardException">The answer contradicts itself, or is not the provider's.</exception>
    protected internal virtual object? Conclude(ApiCall apiCall, ProviderResponse<object> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Body;
    }

    /// <summary>Is told of a call that failed, for example to use another path next time. The caller gets the failure in any case.</summary>
    /// <param name="apiCall">The call, as it was sent.</param>
    /// <param name="failure">How it ended.</param>
    protected internal virtual void Failed(ApiCall apiCall, GiftCardException failure) { }

    /// <summary>
    /// Whether a call that failed is sent once more, as when a second credential stands in its body. Asked after <see cref="Failed"/>, once a call,
    /// and of a call that changes nothing alone: nothing that buys is ever sent again here.
    /// </summary>
    /// <param name="apiCall">The call, as it was sent; changed to what is sent next.</param>
    /// <param name="failure">How it ended. It reaches the caller if the call is not sent again.</param>
    /// <returns>True to send it; false, the default, to leave it at that.</returns>
    protected internal virtual bool TriesAgain(ApiCall apiCall, GiftCardException failure) => false;

    /// <summary>Checks the number of a page: many providers answer one that is wrong with another page.</summary>
    /// <param name="page">The number, counted from 1; null where none is asked for.</param>
    /// <param name="argument">The argument of the method that it stands in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    protected static void CheckPage(int? page, string argument)
    {
        if (page < 1)
        {
            throw new ArgumentOutOfRangeException(argument, $"Page: {page} was given; pages are counted from 1.");
        }
    }

    /// <summary>Checks how many rows a page is to have: many providers change what is too much without a word, and then pages are not what they seem.</summary>
    /// <param name="size">How many; null where nothing is asked for.</param>
    /// <param name="most">The most that the provider takes; null if that is not known.</param>
    /// <param name="member">What the number is called, such as <c>PageSize</c>.</param>
    /// <param name="argument">The argument of the method that it stands in.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1, or more than <paramref name="most"/>.</exception>
    protected static void CheckPageSize(int? size, int? most, string member, string argument)
    {
        if (size < 1 || size > most)
        {
            throw new ArgumentOutOfRangeException(
                argument,
                $"{member}: {size} was given; {(most is null ? "at least 1" : $"1 to {most}")}."
            );
        }
    }

    private sealed class NoRules : ApiRules;
}
