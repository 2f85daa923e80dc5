using System.Globalization;
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

    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) =>
        attributeProvider.IsDefined(typeof(QueryAttribute), inherit: false) ? Text(value) : Hidden;

    private string? Text(object? value) => value is null ? null : rules.QueryText(value) ?? Usual(value);

    private static string? Usual(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
