using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Conventions;

/// <summary>
/// What an editor knows of the settings in <c>appsettings.json</c>: one schema a provider's package, made of the options and their comments, so
/// that neither says anything else.
/// </summary>
public sealed class SettingSchemaConventions
{
    private const string Accept = "GIFTCARDS_ACCEPT_DOCS";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Providers => [.. Repository.Adapters.Select(adapter => adapter.ProviderName)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_schema_of_a_providers_settings_is_that_of_its_options(string provider)
    {
        var adapter = Repository.Adapters.Single(project => project.ProviderName == provider);
        var path = Path.Combine(adapter.Folder, "ConfigurationSchema.json");
        var expected = SchemaOf(adapter).ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
        }

        var actual = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        (actual.ReplaceLineEndings("\n") == expected).ShouldBeTrue(
            $"{Repository.Relative(path)} is not what the options say: run the tests of this project once with {Accept}=1 and commit it."
        );
    }

    private static JsonObject SchemaOf(ProjectFile adapter)
    {
        var options = Repository.PublicTypes.Single(type =>
            type.Assembly.GetName().Name == adapter.Name && type.IsAssignableTo(typeof(IAccountOptions))
        );
        var comments = XElement
            .Load(Path.Combine(AppContext.BaseDirectory, $"{adapter.Name}.xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        return Properties("GiftCards", Properties(adapter.ProviderName, ObjectOf(options, comments)));
    }

    private static JsonObject Properties(string name, JsonObject schema) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [name] = schema },
        };

    private static JsonObject ObjectOf(Type type, Dictionary<string, XElement> comments)
    {
        var properties = new JsonObject();
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            var schema = TypeOf(property.PropertyType, comments);
            schema["description"] = Text(comments[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element("summary")!);
            properties[property.Name] = schema;
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject TypeOf(Type type, Dictionary<string, XElement> comments)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => new() { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)name)]) },
            _ when type == typeof(bool) => new() { ["type"] = "boolean" },
            _ when type == typeof(int) => new() { ["type"] = "integer" },
            _ when type == typeof(decimal) => new() { ["type"] = "number" },
            _ when type == typeof(string) || type == typeof(TimeSpan) => new() { ["type"] = "string" },
            _ when type == typeof(Uri) => new() { ["type"] = "string", ["format"] = "uri" },
            { IsGenericType: true } when type.GetGenericArguments() is [_, _] pair => new()
            {
                ["type"] = "object",
                ["additionalProperties"] = TypeOf(pair[1], comments),
            },
            { IsGenericType: true } => new() { ["type"] = "array", ["items"] = TypeOf(type.GetGenericArguments()[0], comments) },
            _ => ObjectOf(type, comments),
        };
    }

    /// <summary>A comment as an editor shows it: one line, and of a reference its last name.</summary>
    private static string Text(XElement summary)
    {
        var words = summary
            .DescendantNodes()
            .Select(node =>
                node switch
                {
                    XText text => text.Value,
                    XElement reference => (reference.Attribute("cref") ?? reference.Attribute("langword"))?.Value.Split('.', ':')[^1] ?? "",
                    _ => "",
                }
            );
        return string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
