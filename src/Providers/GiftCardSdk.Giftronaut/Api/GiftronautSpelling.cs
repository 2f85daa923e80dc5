namespace GiftCardSdk.Giftronaut;

/// <summary>A path that Giftronaut's documents spell in two ways. Where the first seems not to be there, the other is used from the next call on.</summary>
/// <remarks>
/// Never within the same call: that a path is not there, a gateway may say as well, after the order was sold. So the call ends as one that may have
/// bought, the order is looked for, and what is sent then is the repeat that the account's profile allows, under the same key.
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

    public string Path => Volatile.Read(ref _current);

    /// <summary>Turns from a spelling that seems not to be there, unless another call has done so meanwhile: twice would lead back.</summary>
    public void Turn(string missing)
    {
        if (_other is not null)
        {
            Interlocked.CompareExchange(ref _current, missing == _usual ? _other : _usual, missing);
        }
    }
}
