using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Writes an answer anew with what can be read of it. It walks the answer beside the generated type information and tries each value where it stands,
/// so that no converter needs to know of odd values. Only what could not be read straight through comes here.
/// </summary>
internal sealed class WireRepair
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, WireRepair> Known = [];

    private readonly JsonSerializerOptions _options;
    private readonly JsonSerializerOptions _relaxed;
    private readonly ConcurrentDictionary<Type, WirePlan> _plans = new();

    private WireRepair(JsonSerializerOptions options)
    {
        _options = options;
        _relaxed = new(options)
        {
            TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(Relax),
            RespectRequiredConstructorParameters = false,
        };
    }

    public static WireRepair Of(JsonSerializerOptions options) => Known.GetValue(options, static options => new(options));

    /// <summary>The answer as it can be read.</summary>
    /// <exception cref="JsonException">It cannot be read; the path says which member is to blame.</exception>
    public byte[] Repair(JsonElement json, JsonTypeInfo type, OddMembers odd)
    {
        var walk = new Walk(this, odd, keepsBroken: false);
        return walk.Write(json, type, "$") is { } failed
            ? throw new JsonException("A member that must be right is missing or odd.", failed, null, null)
            : walk.Written;
    }

    /// <summary>What is left of a row that cannot be read.</summary>
    public T ReadBroken<T>(JsonElement json, JsonTypeInfo<T> type)
        where T : class
    {
        var walk = new Walk(this, new(), keepsBroken: true);
        var written = json.ValueKind == JsonValueKind.Object && walk.Write(json, type, "$") is null ? walk.Written : "{}"u8;
        return JsonSerializer.Deserialize(written, (JsonTypeInfo<T>)_relaxed.GetTypeInfo(typeof(T)))!;
    }

    private static void Relax(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        type.OnDeserialized = null;
        foreach (var property in type.Properties)
        {
            property.IsRequired = false;
        }
    }

    private WirePlan PlanOf(JsonTypeInfo type) => _plans.GetOrAdd(type.Type, static (_, type) => new(type), type);

    private static bool Reads(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        try
        {
            JsonSerializer.Deserialize(json, type);
            return true;
        }
        catch (Exception odd) when (odd is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>One answer on its way through.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "A stream in memory holds nothing that must be given back.")]
    private sealed class Walk(WireRepair repair, OddMembers odd, bool keepsBroken)
    {
        private readonly MemoryStream _output = new();

        public byte[] Written => _output.ToArray();

        /// <summary>Writes a value; returns the path of the member that makes it unreadable, and then has written nothing.</summary>
        public string? Write(JsonElement json, JsonTypeInfo type, string path, bool isWhole = false) =>
            (type.Kind, json.ValueKind) switch
            {
                (JsonTypeInfoKind.Object, JsonValueKind.Object) => WriteObject(json, type, path),
                (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => WriteRows(json, type, path, isWhole),
                (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => WriteEntries(json, type, path, isWhole),
                _ => WriteLeaf(json, type.Type, path, value => Reads(value, type)),
            };

        private string? WriteObject(JsonElement json, JsonTypeInfo type, string path)
        {
            var (plan, start, isFirst) = (repair.PlanOf(type), _output.Position, true);
            var read = new HashSet<WireMember>();
            _output.WriteByte((byte)'{');
            foreach (var entry in json.EnumerateObject())
            {
                var before = _output.Position;
                if (!plan.Members.TryGetValue(NameOf(entry), out var member))
                {
                    if (plan.KeepsStrangers)
                    {
                        WriteName(entry, ref isFirst);
                        _output.Write(JsonMarshal.GetRawUtf8Value(entry.Value));
                    }

                    continue;
                }

                var wasFirst = isFirst;
                WriteName(entry, ref isFirst);
                if (WriteMember(entry.Value, type, member, path) is not { } failed)
                {
                    read.Add(member);
                    continue;
                }

                isFirst = wasFirst;
                TakeBack(before);
                if (member.IsStrict && !keepsBroken)
                {
                    return TakeBack(start, failed);
                }

                if (entry.Value.ValueKind != JsonValueKind.Null)
                {
                    odd.Add(failed.TrimStart('$', '.'));
                }
            }

            _output.WriteByte((byte)'}');
            return keepsBroken ? null
                : plan.Members.Values.FirstOrDefault(member => member.IsRequired && !read.Contains(member)) is { } missing
                    ? TakeBack(start, $"{path}.{missing.Name}")
                // What a type demands of its members together is its own affair.
                : type.OnDeserialized is not null && !Reads(_output.GetBuffer().AsSpan((int)start, (int)(_output.Position - start)), type)
                    ? TakeBack(start, path)
                : null;
        }

        private string? WriteMember(JsonElement json, JsonTypeInfo owner, WireMember member, string path)
        {
            var at = $"{path}.{member.Name}";
            return member.HasConverter ? WriteLeaf(json, member.ValueType, at, value => ReadsAs(value, owner, member))
                : json.ValueKind == JsonValueKind.Null && member.RefusesNull ? at
                : Write(json, repair._options.GetTypeInfo(member.ValueType), at, member.IsWhole);
        }

        /// <summary>Null takes the place of a row that cannot be read, so that rows still count; unless the list must be whole.</summary>
        private string? WriteRows(JsonElement json, JsonTypeInfo type, string path, bool isWhole)
        {
            var (row, start, isFirst) = (repair._options.GetTypeInfo(type.ElementType!), _output.Position, true);
            _output.WriteByte((byte)'[');
            foreach (var element in json.EnumerateArray())
            {
                var (before, wasFirst) = (_output.Position, isFirst);
                Separate(ref isFirst);
                if (Write(element, row, $"{path}[]", isWhole) is not { } failed)
                {
                    continue;
                }

                if (isWhole && !keepsBroken)
                {
                    return TakeBack(start, failed);
                }

                odd.Add(failed.TrimStart('$', '.'));
                if (row.Kind == JsonTypeInfoKind.Object)
                {
                    _output.Write("null"u8);
                }
                else
                {
                    isFirst = wasFirst;
                    TakeBack(before);
                }
            }

            _output.WriteByte((byte)']');
            return null;
        }

        private string? WriteEntries(JsonElement json, JsonTypeInfo type, string path, bool isWhole)
        {
            var (value, start, isFirst) = (repair._options.GetTypeInfo(type.ElementType!), _output.Position, true);
            _output.WriteByte((byte)'{');
            foreach (var entry in json.EnumerateObject())
            {
                var (before, wasFirst) = (_output.Position, isFirst);
                WriteName(entry, ref isFirst);
                if (Write(entry.Value, value, $"{path}[]", isWhole) is { } failed)
                {
                    isFirst = wasFirst;
                    TakeBack(before);
                    if (isWhole && !keepsBroken)
                    {
                        return TakeBack(start, failed);
                    }

                    odd.Add(failed.TrimStart('$', '.'));
                }
            }

            _output.WriteByte((byte)'}');
            return null;
        }

        private string? WriteLeaf(JsonElement json, Type type, string path, Reading reads)
        {
            var raw = JsonMarshal.GetRawUtf8Value(json);
            if (reads(raw))
            {
                _output.Write(raw);
                return null;
            }

            if (WireCoercion.Of(json, type) is { } coerced && reads(coerced))
            {
                _output.Write(coerced);
                return null;
            }

            return path;
        }

        /// <summary>A converter that stands on a member can only be tried through its type.</summary>
        private bool ReadsAs(ReadOnlySpan<byte> json, JsonTypeInfo owner, WireMember member)
        {
            byte[] alone = [.. "{\""u8, .. JsonEncodedText.Encode(member.Name).EncodedUtf8Bytes, .. "\":"u8, .. json, (byte)'}'];
            return Reads(alone, repair._relaxed.GetTypeInfo(owner.Type));
        }

        private void WriteName(JsonProperty entry, ref bool isFirst)
        {
            Separate(ref isFirst);
            _output.WriteByte((byte)'"');
            _output.Write(JsonMarshal.GetRawUtf8PropertyName(entry));
            _output.Write("\":"u8);
        }

        private void Separate(ref bool isFirst)
        {
            if (!isFirst)
            {
                _output.WriteByte((byte)',');
            }

            isFirst = false;
        }

        private string? TakeBack(long start, string? failed = null)
        {
            _output.SetLength(start);
            return failed;
        }

        private static string NameOf(JsonProperty entry)
        {
            try
            {
                return entry.Name;
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair: no name that a document gives.
                return "";
            }
        }

        private delegate bool Reading(ReadOnlySpan<byte> json);
    }
}
