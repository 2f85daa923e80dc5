namespace GiftCardSdk.Sandbox;

/// <summary>A list of items, oldest first, that finds them again by keys of several kinds. Guarded by the twin's lock.</summary>
internal sealed class Store<T>
    where T : class
{
    private readonly List<T> _all = [];
    private readonly Dictionary<(string Kind, string Key), List<T>> _byKey = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<T> All => _all;

    /// <summary>Adds an item and indexes it by its keys; null keys are left out.</summary>
    public T Add(T item, params ReadOnlySpan<(string Kind, string? Key)> keys)
    {
        _all.Add(item);
        foreach (var (kind, key) in keys)
        {
            if (key is not null)
            {
                Of(kind, key).Add(item);
            }
        }

        return item;
    }

    /// <summary>All items with this key, oldest first.</summary>
    public IReadOnlyList<T> With(string kind, string? key) =>
        key is not null && _byKey.TryGetValue((kind, key), out var found) ? found : [];

    /// <summary>The oldest item with this key, or null.</summary>
    public T? Find(string kind, string? key) => With(kind, key) is [var first, ..] ? first : null;

    private List<T> Of(string kind, string key)
    {
        if (!_byKey.TryGetValue((kind, key), out var list))
        {
            _byKey.Add((kind, key), list = []);
        }

        return list;
    }
}
