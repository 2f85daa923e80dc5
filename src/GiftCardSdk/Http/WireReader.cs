using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Http;

/// <summary>
/// Reads what a provider writes so that one odd member or one odd row spoils nothing else. What is as documented is read straight through. Otherwise
/// texts, numbers and booleans are taken for one another where that is unambiguous, an odd member is left out (see <see cref="WireStrictAttribute"/> for
/// those that may not be), and so is a row of a list that cannot be read without it.
/// </summary>
public static class WireReader
{
    /// <summary>Reads a body.</summary>
    /// <typeparam name="T">The wire type.</typeparam>
    /// <param name="json">The body, in UTF-8.</param>
    /// <param name="type">Its generated type information.</param>
    /// <param name="odd">Where what could not be read is noted.</param>
    /// <returns>The value; null for JSON's null.</returns>
    /// <exception cref="JsonException">It is no JSON, or a member that must be right is not.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, OddMembers odd) => (T?)Read(json, (JsonTypeInfo)type, odd);

    /// <summary>The same where the type is known by its information alone.</summary>
    internal static object? Read(ReadOnlySpan<byte> json, JsonTypeInfo type, OddMembers odd)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(odd);
        try
        {
            return Noted(JsonSerializer.Deserialize(json, type), odd);
        }
        catch (Exception cause) when (CanBeRepaired(cause, type))
        {
            var reader = new Utf8JsonReader(json, OptionsOf(type));
            using var document = JsonDocument.ParseValue(ref reader);
            return reader.Read()
                ? throw new JsonException("More than one value was found.", cause)
                : Repair(document.RootElement, type, odd);
        }
    }

    /// <summary>Reads a part of a body, for a converter that looks for it itself.</summary>
    /// <typeparam name="T">The wire type.</typeparam>
    /// <param name="json">The part.</param>
    /// <param name="type">Its generated type information.</param>
    /// <param name="odd">Where what could not be read is noted.</param>
    /// <returns>The value; null for JSON's null.</returns>
    /// <exception cref="JsonException">A member that must be right is not.</exception>
    public static T? Read<T>(JsonElement json, JsonTypeInfo<T> type, OddMembers odd)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(odd);
        try
        {
            return Noted(json.Deserialize(type), odd);
        }
        catch (Exception cause) when (CanBeRepaired(cause, type))
        {
            return (T?)Repair(json, type, odd);
        }
    }

    /// <summary>Reads the rows of a list, each for itself.</summary>
    /// <typeparam name="T">What a row is.</typeparam>
    /// <param name="json">The list.</param>
    /// <param name="type">Generated type information of a row.</param>
    /// <param name="odd">Where what could not be read is noted.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="JsonException">It is no list.</exception>
    public static WireRows<T> ReadRows<T>(JsonElement json, JsonTypeInfo<T> type, OddMembers odd)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(odd);
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A list was expected.");
        }

        var rows = new List<(T Row, bool IsWhole)>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            try
            {
                if (Read(element, type, odd) is { } row)
                {
                    rows.Add((row, true));
                }
            }
            catch (JsonException unreadable)
            {
                odd.Add($"[]{unreadable.Path?.TrimStart('$')}");
                rows.Add((WireRepair.Of(type.Options).ReadBroken(element, type), false));
            }
        }

        return new(rows, json.GetArrayLength());
    }

    /// <summary>What a converter reads by itself is not known from without.</summary>
    private static bool CanBeRepaired(Exception cause, JsonTypeInfo type) =>
        cause is not OutOfMemoryException && type.Kind != JsonTypeInfoKind.None;

    private static object? Repair(JsonElement json, JsonTypeInfo type, OddMembers odd)
    {
        var repaired = WireRepair.Of(type.Options).Repair(json, type, odd);
        try
        {
            return Noted(JsonSerializer.Deserialize(repaired, type), odd);
        }
        catch (Exception cause) when (cause is not (JsonException or OutOfMemoryException))
        {
            throw new JsonException("It cannot be read.", cause);
        }
    }

    private static T? Noted<T>(T? value, OddMembers odd)
    {
        if (value is IHasOddMembers known)
        {
            odd.Add(known.OddMembers);
        }

        return value;
    }

    private static JsonReaderOptions OptionsOf(JsonTypeInfo type) =>
        new()
        {
            AllowTrailingCommas = type.Options.AllowTrailingCommas,
            CommentHandling = type.Options.ReadCommentHandling,
            MaxDepth = type.Options.MaxDepth,
        };
}
