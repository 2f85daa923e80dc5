using System.Reflection;

namespace GiftCardSdk.Conventions;

/// <summary>Which room of an assembly uses which, by its compiled types: their signatures, their fields and what their methods call.</summary>
internal sealed class Rooms
{
    /// <summary>The room of what lies in no folder.</summary>
    public const string Root = "(root)";

    private const string Prefix = "GiftCardSdk.";

    private readonly Dictionary<string, Dictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private Rooms() { }

    /// <summary>The rooms of an assembly.</summary>
    public static Rooms Of(Assembly assembly)
    {
        var rooms = new Rooms();
        foreach (var type in assembly.GetTypes().Where(IsOurs))
        {
            var from = RoomOf(type);
            foreach (var used in CompiledReferences.Of(type).Where(used => used.Assembly == assembly && IsOurs(used)))
            {
                rooms.Add(from, RoomOf(used), $"{Outermost(type).Name} uses {Outermost(used).Name}");
            }
        }

        return rooms;
    }

    /// <summary>What a room uses of others, one example of each.</summary>
    public IEnumerable<string> From(string room) =>
        _uses.TryGetValue(room, out var uses) ? uses.Select(use => $"{room} leans on {use.Key} ({use.Value})") : [];

    /// <summary>Every use that can be followed back to where it began.</summary>
    public IEnumerable<string> Cycles() =>
        from room in _uses
        from use in room.Value
        where Reaches(use.Key, room.Key)
        select $"{room.Key} leans on {use.Key} ({use.Value}), and {use.Key} comes back to {room.Key}.";

    private void Add(string from, string to, string example)
    {
        if (from != to)
        {
            if (!_uses.TryGetValue(from, out var uses))
            {
                _uses[from] = uses = new(StringComparer.Ordinal);
            }

            uses.TryAdd(to, example);
        }
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var room))
        {
            if (room == to)
            {
                return true;
            }

            if (seen.Add(room) && _uses.TryGetValue(room, out var uses))
            {
                foreach (var next in uses.Keys)
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    /// <summary>The folder directly under the project; how a room is divided is its own affair.</summary>
    private static string RoomOf(Type type) =>
        Outermost(type).Namespace switch
        {
            "Microsoft.Extensions.DependencyInjection" => "DependencyInjection",
            { } name when name.StartsWith(Prefix, StringComparison.Ordinal) => name[Prefix.Length..].Split('.')[0] switch
            {
                "Internal" => Root,
                var room => room,
            },
            _ => Root,
        };

    /// <summary>What the compiler makes for a whole assembly lies in no room.</summary>
    private static bool IsOurs(Type type) => !Outermost(type).Name.Contains('<', StringComparison.Ordinal);

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
