using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>What a wire type knows of people and cards is written for its provider, and for nobody else.</summary>
public sealed partial class WireMaskTests
{
    private const string Read = """{"Code":"AB-12","Codes":["AB-12"],"Email":"mira@mail.example"}""";

    [Fact]
    public void Whoever_writes_it_writes_masks()
    {
        var card = JsonSerializer.Deserialize(Read, PlainJson.Default.Card)!;

        (card.Code!.Reveal(), card.Codes![0].Reveal(), card.Email).ShouldBe(("AB-12", "AB-12", "mira@mail.example"));
        JsonSerializer.Serialize(card, PlainJson.Default.Card).ShouldBe("""{"Code":"***","Codes":["***"],"Email":"***"}""");
    }

    [Fact]
    public void Only_the_serializer_of_an_adapter_writes_the_values()
    {
        var card = JsonSerializer.Deserialize(Read, AdapterJson.Default.Card)!;

        JsonSerializer.Serialize(card, AdapterJson.Default.Card).ShouldBe(Read);
    }

    private sealed record Card
    {
        [JsonConverter(typeof(WireSecretConverter))]
        public Secret? Code { get; init; }

        [JsonConverter(typeof(WireSecretListConverter))]
        public IReadOnlyList<Secret>? Codes { get; init; }

        [JsonConverter(typeof(WirePersonalConverter))]
        public string? Email { get; init; }
    }

    [JsonSerializable(typeof(Card))]
    private sealed partial class PlainJson : JsonSerializerContext;

    [JsonSourceGenerationOptions(Converters = [typeof(WireReveal)])]
    [JsonSerializable(typeof(Card))]
    private sealed partial class AdapterJson : JsonSerializerContext;
}
