using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Tool.Mcp;

/// <summary>Something that an agent can say.</summary>
/// <param name="Name">The name of the argument.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRequired">Whether nothing goes without it.</param>
/// <param name="IsNumber">Whether it is a whole number; a text otherwise.</param>
internal sealed record AgentParameter(string Name, string Description, bool IsRequired = false, bool IsNumber = false)
{
    /// <summary>The schema of a tool that takes these and nothing else.</summary>
    public static JsonElement SchemaOf(IReadOnlyList<AgentParameter> parameters)
    {
        var properties = new JsonObject();
        foreach (var parameter in parameters)
        {
            properties[parameter.Name] = new JsonObject
            {
                ["type"] = parameter.IsNumber ? "integer" : "string",
                ["description"] = parameter.Description,
            };
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([
                .. parameters.Where(static one => one.IsRequired).Select(static one => JsonValue.Create(one.Name)),
            ]),
            ["additionalProperties"] = false,
        };
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }
}

/// <summary>What an agent has said, held against what can be said: whoever guesses a name is told, and nothing is left out without a word.</summary>
internal sealed class AgentArguments
{
    private readonly IDictionary<string, JsonElement> _values;

    private AgentArguments(IDictionary<string, JsonElement> values) => _values = values;

    public static AgentArguments Read(IDictionary<string, JsonElement>? values, IReadOnlyList<AgentParameter> parameters)
    {
        var given = values ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in given.Keys.Where(name => parameters.All(parameter => parameter.Name != name)))
        {
            throw Refused($"There is no argument '{name}'; there are {string.Join(", ", parameters.Select(static one => one.Name))}.");
        }

        var arguments = new AgentArguments(given);
        foreach (var parameter in parameters.Where(parameter => parameter.IsRequired && arguments.Text(parameter.Name) is null))
        {
            throw Refused($"The argument '{parameter.Name}' is missing: {parameter.Description}");
        }

        return arguments;
    }

    /// <summary>A text; null if it was left out.</summary>
    public string? Text(string name) =>
        !_values.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()
        : throw Refused($"The argument '{name}' must be a text that is not blank.");

    /// <summary>A text that is there, since the tool requires it.</summary>
    public string Required(string name) => Text(name)!;

    /// <summary>A whole number; null if it was left out.</summary>
    public int? Number(string name) =>
        !_values.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number
        : throw Refused($"The argument '{name}' must be a whole number above zero.");

    /// <summary>An amount; null if it was left out.</summary>
    public Money? Amount(string name) =>
        Text(name) is not { } text ? null
        : Money.TryParse(text, out var money) && money.IsPayable ? money
        : throw Refused($"The argument '{name}' is '{text}'; an amount is written as 25 USD.");

    /// <summary>A time; null if it was left out.</summary>
    public DateTimeOffset? Time(string name) =>
        Text(name) is not { } text ? null
        : Commands.Ask.TryReadTime(text, out var time) ? time
        : throw Refused($"The argument '{name}' is '{text}'; a time is written as 2026-03-01 or 2026-03-01T12:00Z.");

    private static ToolException Refused(string message) => new(message, ExitCode.Usage);
}
