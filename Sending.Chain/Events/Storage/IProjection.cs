namespace Sending.Chain.Events.Storage;

/// <summary>
/// Tables that are made of events alone. It gets every event once, in order, in the transaction that stores it; rewinding is the store's part
/// and needs no code: the store remembers the inverse of every change of a row.
/// </summary>
public interface IProjection
{
    /// <summary>Its name; unique in a store.</summary>
    string Name { get; }

    /// <summary>Number of its tables' and its rules' version. A store that was filled by another one must be rebuilt.</summary>
    int Version { get; }

    /// <summary>SQL that creates its tables, each with a row id.</summary>
    string Schema { get; }

    /// <summary>Its tables.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Takes an event in.</summary>
    void Apply(IProjectionSession session, ChainEvent chainEvent);
}

/// <summary>
/// A projection's hold on its tables: plain SQL, values as parameters. Beside what every database has, there are <c>word_add(a, b)</c> and
/// <c>word_sub(a, b)</c> for amounts as <see cref="Word"/> stores them. Rows are never replaced (<c>INSERT OR REPLACE</c>), but updated.
/// </summary>
public interface IProjectionSession
{
    /// <summary>Runs one statement.</summary>
    /// <returns>Rows changed.</returns>
    int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>The first column of the first row; the type's default when there is none, or it is NULL.</summary>
    T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values);
}
