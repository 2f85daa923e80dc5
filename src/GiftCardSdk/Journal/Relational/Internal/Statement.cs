using System.Collections.Concurrent;
using System.Data;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>A statement and the types of its parameters. Each is made once, so that prepared commands are found by it.</summary>
/// <param name="text">SQL that every dialect understands; it writes its parameters as <c>$1</c>, <c>$2</c> and so on.</param>
/// <param name="parameters">The types, in order.</param>
internal sealed class Statement(string text, params DbType[] parameters)
{
    private static readonly ConcurrentDictionary<string, Statement> Known = new(StringComparer.Ordinal);

    public string Text => text;

    public DbType[] Parameters => parameters;

    /// <summary>The statement of a text that is put together, such as of a query; there are few, since values are parameters.</summary>
    public static Statement Of(string text, params DbType[] parameters) =>
        Known.GetOrAdd(text, static (text, parameters) => new(text, parameters), parameters);

    /// <summary>The statement with what it is run with.</summary>
    public BoundStatement With(params object?[] values) => new(this, values);
}

/// <summary>A statement and its values.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Values">One for each parameter.</param>
internal readonly record struct BoundStatement(Statement Statement, object?[] Values);
