using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Huuray;

/// <summary>What stands in every answer of Huuray's, beside what was asked for.</summary>
public abstract record HuurayAnswer : IJsonOnDeserialized
{
    /// <summary>The HTTP status once more; says nothing about an order. Null if it is missing. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Status")]
    public int? Status { get; init; }

    /// <summary>Words for people; <c>OK</c> where all is well. Never match on them. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("StatusMessage")]
    public string? StatusMessage { get; init; }

    /// <summary>The older and shorter form of <see cref="StatusMessage"/>, deprecated. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Message")]
    public string? Message { get; init; }

    /// <summary>Prints the status alone: the words may name a recipient.</summary>
    /// <param name="builder">Where to.</param>
    /// <returns>True: something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Status = {Status}");
        return true;
    }

    /// <summary>Whether the answer has its list at all, be it empty or null.</summary>
    private protected bool IsListed { get; set; }

    /// <summary>What makes it an answer even if nothing of the above were there.</summary>
    private protected abstract bool ShowsSomething { get; }

    /// <summary>Whether it can be an answer of Huuray's at all: an empty object is as bad as an empty body.</summary>
    private protected virtual bool IsAnswer => ShowsSomething || Status is not null || (StatusMessage ?? Message) is not null;

    [SuppressMessage(
        "Design",
        "CA1033:Interface methods should be callable by child types",
        Justification = "Its abstract member keeps other assemblies from deriving; the serializer alone calls it."
    )]
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (!IsAnswer)
        {
            throw new JsonException("What makes it an answer is missing.");
        }
    }
}
