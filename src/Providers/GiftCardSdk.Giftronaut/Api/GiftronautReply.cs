using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The body of an answer that is one thing.</summary>
internal interface IGiftronautBody
{
    /// <summary>The member by which the thing is known; an object without it is an envelope around it.</summary>
    static abstract string KeyMember { get; }
}

/// <summary>The body of an answer that is one thing, whatever that is.</summary>
internal interface IGiftronautReply
{
    /// <summary>The thing.</summary>
    object Value { get; }
}

/// <summary>One thing, out of its envelope. Documents show orders bare and the balance in <c>data</c>; for the rest nothing is said.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Value">The thing.</param>
/// <param name="OddMembers">What of it could not be read.</param>
internal sealed record GiftronautReply<T>(T Value, OddMembers OddMembers) : IHasOddMembers, IGiftronautReply
    where T : class, IGiftronautBody
{
    object IGiftronautReply.Value => Value;
}

/// <summary>Reads one thing, be it bare or wrapped: in <c>data</c>, or in <c>order</c> or <c>template</c>, which client code has met too.</summary>
/// <typeparam name="T">What it is.</typeparam>
internal sealed class GiftronautReplyConverter<T> : JsonConverter<GiftronautReply<T>>
    where T : class, IGiftronautBody
{
    private static readonly string[] Envelopes = ["data", "order", "template"];

    public override GiftronautReply<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var odd = new OddMembers();
        var thing = WireReader.Read(Unwrap(document.RootElement), (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)), odd);
        return new(thing ?? throw new JsonException("The body is null."), odd);
    }

    public override void Write(Utf8JsonWriter writer, GiftronautReply<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read only.");

    private static JsonElement Unwrap(JsonElement element)
    {
        for (var depth = 0; depth < Envelopes.Length && Inner(element) is { } inner; depth++)
        {
            element = inner;
        }

        return element;
    }

    /// <summary>What lies within an envelope, one envelope in another included; null for the thing itself.</summary>
    private static JsonElement? Inner(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object || element.TryGetProperty(T.KeyMember, out _)
            ? null
            : Envelopes
                .Select(name =>
                    element.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : (JsonElement?)null
                )
                .FirstOrDefault(inner => inner is not null);
}
