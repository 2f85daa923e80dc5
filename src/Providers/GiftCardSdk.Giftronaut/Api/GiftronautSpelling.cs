namespace GiftCardSdk.Giftronaut;

/// <summary>
/// A path that Giftronaut's documents spell in two ways. Where the first is not there, the other is tried once, and remembered if it is.
/// </summary>
/// <remarks>
/// Trying the other is a second create call, so it must not buy twice. That a path is not there is a definite refusal: the first call did
/// nothing. An earlier attempt may have bought under the first spelling all the same, if its answer got lost and the path is gone since; but a
/// key counts for the whole organization, whatever the path (documented), and both calls carry the same key and the same bytes: what was
/// bought is returned, not sold again. So the second call is no more than the repeat that the account's profile allows anyway.
/// </remarks>
internal sealed class GiftronautSpelling
{
    private readonly string _usual;
    private readonly string? _other;
    private string _current;

    /// <param name="usual">The spelling that is tried first.</param>
    /// <param name="other">The other one; null for none.</param>
    public GiftronautSpelling(string usual, string? other)
    {
        _usual = _current = usual;
        _other = other;
    }

    public async Task<T> SendAsync<T>(Func<string, Task<T>> send)
    {
        var path = Volatile.Read(ref _current);
        try
        {
            return await send(path).ConfigureAwait(false);
        }
        catch (GiftCardException missing) when (_other is not null && GiftronautErrors.MayBeNoSuchPath(missing))
        {
            return await SendAsOtherAsync(send, path == _usual ? _other : _usual, missing).ConfigureAwait(false);
        }
    }

    private async Task<T> SendAsOtherAsync<T>(Func<string, Task<T>> send, string path, GiftCardException missing)
    {
        try
        {
            var result = await send(path).ConfigureAwait(false);
            Volatile.Write(ref _current, path);
            return result;
        }
        catch (GiftCardException failure)
        {
            if (GiftronautErrors.IsOfOperation(failure))
            {
                Volatile.Write(ref _current, path);
            }

            // Where neither is there, what is known of the first says more than the second.
            if (GiftronautErrors.MayBeNoSuchPath(failure) && !GiftronautErrors.IsOfOperation(failure))
            {
                throw missing;
            }

            throw;
        }
    }
}
