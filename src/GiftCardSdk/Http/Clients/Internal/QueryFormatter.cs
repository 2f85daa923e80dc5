using System.Reflection;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>
/// Writes the arguments of a query as providers read them. Arguments of a path become a dash: the platform's event source shows the address of
/// Refit's message. The pipeline writes the real address from the arguments themselves.
/// </summary>
internal sealed class QueryFormatter(ApiRules rules) : IUrlParameterFormatter
{
    private const string Hidden = "-";

    // Of a list in a query's object, Refit names the list's type where it names the parameter otherwise.
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) =>
        attributeProvider is Type || attributeProvider.IsDefined(typeof(QueryAttribute), inherit: false) ? Text(value) : Hidden;

    private string? Text(object? value) =>
        value switch
        {
            null => null,
            // Refit's address would show it; masked, it would be sent as it is printed.
            Secret => throw new InvalidOperationException(
                "A secret cannot be an argument of a query; mark it [Property] and let the adapter's rules write the query."
            ),
            _ => rules.QueryText(value) ?? ArgumentText.Of(value),
        };
}
