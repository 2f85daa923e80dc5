using System.Data;

namespace GiftCardSdk.Journal.Relational;

/// <summary>A statement and the types of its parameters, which it writes as <c>$1</c>, <c>$2</c> and so on.</summary>
/// <param name="Text">SQL that every dialect understands.</param>
/// <param name="Parameters">The types, in order.</param>
internal sealed record Statement(string Text, params DbType[] Parameters)
{
    /// <summary>The statement with what it is run with.</summary>
    public BoundStatement With(params object?[] values) => new(this, values);
}

/// <summary>A statement and its values.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Values">One for each parameter.</param>
internal readonly record struct BoundStatement(Statement Statement, object?[] Values);
