using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// What an error body says, in whichever of the plausible forms: a message, field errors by path, the ids of earlier orders. No form is
/// documented; the software looks like ASP.NET, so its usual ones are understood.
/// </summary>
internal sealed class GiftCardPartnersErrorBody
{
    private const int MostFields = 5;

    private static readonly string[] Messages = ["Message", "Detail", "Title", "Error"];
    private static readonly string[] FieldErrors = ["Errors", "ModelState"];
    private static readonly string[] Wrappers = ["Error", "Data"];

    /// <summary>What is said of these may be repeated; what is said of others may hold an address or a text of the sender's.</summary>
    private static readonly string[] PublicFields = ["ProductId", "Value", "Quantity", "Type", "PONumber", "LineItems", "DepartmentId"];

    private static readonly HashSet<string> OrderMembers = new(
        ((JsonTypeInfo)GiftCardPartnersJsonContext.Default.GiftCardPartnersNewOrder).Properties.Select(property => property.Name),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] ProductFields = ["ProductId", "Value"];
    private static readonly string[] RecipientFields = ["Email", "Sms", "Name", "AddressLine1", "AddressLine2", "City", "State", "Zip"];

    private GiftCardPartnersErrorBody(string? message, IReadOnlyList<(string Path, string Text)> fields, IReadOnlyList<string> orderIds)
    {
        Fields = fields;
        OrderIds = orderIds;
        Text = fields.Count == 0 ? message : $"{message ?? "Field errors."} {string.Join(" ", fields.Take(MostFields).Select(Sentence))}";
    }

    /// <summary>The message with the fields it is about; null if the body says nothing.</summary>
    public string? Text { get; }

    /// <summary>The fields that are wrong, by path.</summary>
    public IReadOnlyList<(string Path, string Text)> Fields { get; }

    /// <summary>The ids of earlier orders.</summary>
    public IReadOnlyList<string> OrderIds { get; }

    /// <summary>What a refused order is to be blamed on, as far as its field errors agree.</summary>
    public GiftCardErrorCode Blames =>
        AllOf(ProductFields) ? GiftCardErrorCode.ProductUnavailable
        : AllOf(RecipientFields) ? GiftCardErrorCode.InvalidRecipient
        : GiftCardErrorCode.InvalidRequest;

    public static GiftCardPartnersErrorBody Of(JsonElement? root, IReadOnlyList<string> orderIdMembers) =>
        root is { } body ? new(MessageOf(body), [.. FieldsOf(body)], OrderIdsOf(body, orderIdMembers)) : new(null, [], []);

    /// <summary>Whether its field errors speak of members of our order: whoever names those has read it.</summary>
    public static bool IsAboutOrder(JsonElement? root) => FieldErrors.Any(name => ErrorJson.IsAbout(Member(root, name), OrderMembers));

    private static string? MessageOf(JsonElement root) =>
        Messages
            .Select(name => TextOf(Member(root, name)) ?? TextOf(Member(Member(root, name), "Message")))
            .FirstOrDefault(text => text != null);

    private static IEnumerable<(string Path, string Text)> FieldsOf(JsonElement root) =>
        FieldErrors
            .Select(name => Member(root, name))
            .Where(errors => errors is { ValueKind: JsonValueKind.Object })
            .SelectMany(errors => errors!.Value.EnumerateObject())
            .Select(field => (field.Name, string.Join(" ", Texts(field.Value))));

    private static List<string> OrderIdsOf(JsonElement root, IReadOnlyList<string> names)
    {
        var places = Wrappers.Select(name => Member(root, name)).OfType<JsonElement>().Prepend(root);
        var found = places.SelectMany(place => names.Select(name => Texts(Member(place, name)))).FirstOrDefault(ids => ids.Count > 0);
        return found ?? (root.ValueKind == JsonValueKind.String ? Texts(root) : []);
    }

    private static JsonElement? Member(JsonElement? element, string name)
    {
        if (element is not { ValueKind: JsonValueKind.Object } parent)
        {
            return null;
        }

        foreach (var member in parent.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>A text, or the texts of a list; ids may be numbers.</summary>
    private static List<string> Texts(JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => TextOf(item)).OfType<string>()],
            { } single when TextOf(single) is { } text => [text],
            _ => [],
        };

    private static string? TextOf(JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    private static string Sentence((string Path, string Text) field) =>
        PublicFields.Contains(LastPart(field.Path), StringComparer.OrdinalIgnoreCase) ? $"{field.Path}: {field.Text}" : $"{field.Path}.";

    private bool AllOf(string[] names) =>
        Fields.Count > 0 && Fields.All(field => names.Contains(LastPart(field.Path), StringComparer.OrdinalIgnoreCase));

    /// <summary><c>Value</c> of <c>LineItems[0].Value</c>.</summary>
    private static string LastPart(string path) => path[(path.LastIndexOf('.') + 1)..].Split('[')[0];
}
