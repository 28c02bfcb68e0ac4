namespace Sending.Chain.Identity.Documents;

/// <summary>
/// Values by key in the order in which the keys came: a new value of a key takes the old one's place, a key that was taken out and comes again is
/// the last. So JavaScript's objects are, by which <c>ethr-did-resolver</c> orders documents.
/// </summary>
internal sealed class InsertionOrder<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (long Place, TValue Value)> _values = [];
    private long _next;

    /// <summary>The values.</summary>
    public IEnumerable<TValue> Values => _values.Values.OrderBy(value => value.Place).Select(value => value.Value);

    public void Set(TKey key, TValue value) => _values[key] = (_values.TryGetValue(key, out var known) ? known.Place : _next++, value);

    public void Remove(TKey key) => _values.Remove(key);
}
