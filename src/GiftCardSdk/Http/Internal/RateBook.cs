using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Http.Internal;

/// <summary>Who uses how much of an account's rate, as it is written down. What all hold together is never more than the whole.</summary>
internal sealed class RateBook
{
    /// <summary>The whole rate, in parts.</summary>
    public const int Whole = 10_000;

    /// <summary>Less than this part of what is fair is a sliver.</summary>
    private const int LeastOfFair = 4;

    /// <summary>The processes that call the account now.</summary>
    [JsonPropertyName("members")]
    public List<RateShare> Members { get; set; } = [];

    /// <summary>Reads a book; one that is missing or cannot be read is empty, and all write themselves down anew.</summary>
    public static RateBook Read(string? text)
    {
        try
        {
            var book = text is null ? null : JsonSerializer.Deserialize(text, RateJsonContext.Default.RateBook);
            return book?.Members is { } members && members.TrueForAll(static member => member is { Id: not null, Holds: >= 0 and <= Whole })
                ? book
                : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public string Write() => JsonSerializer.Serialize(this, RateJsonContext.Default.RateBook);

    /// <summary>Writes a member down with what it may hold from now on.</summary>
    /// <param name="id">Who.</param>
    /// <param name="beat">Its sign of life, another one each time.</param>
    /// <param name="wants">What it could use.</param>
    /// <returns>What it holds, and what would be fair; the rest is still held by others, who lower themselves when they come by.</returns>
    public (int Holds, int Fair) Renew(string id, long beat, int wants)
    {
        var me = Members.Find(member => member.Id == id);
        if (me is null)
        {
            Members.Add(me = new() { Id = id });
        }

        (me.Beat, me.Wants) = (beat, Math.Clamp(wants, 0, Whole));
        var fair = FairFor(me);
        var free = Whole - Members.Where(member => member != me).Sum(static member => member.Holds);
        var holds = Math.Clamp(fair, 0, Math.Max(0, free));
        // A sliver is not taken: by it alone a call would have to wait for minutes, and be refused, while the rest comes within a beat.
        me.Holds = holds < fair / LeastOfFair ? me.Holds : holds;
        return (me.Holds, fair);
    }

    /// <summary>Each gets what it wants while there is enough, otherwise equal parts; what nobody wants is divided among those who want anything.</summary>
    private int FairFor(RateShare me)
    {
        var left = Whole;
        var shares = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = Members.Count;
        foreach (var member in Members.OrderBy(static member => member.Wants).ThenBy(static member => member.Id, StringComparer.Ordinal))
        {
            var share = Math.Clamp(member.Wants, 0, left / waiting--);
            shares[member.Id] = share;
            left -= share;
        }

        var eager = Members.Count(static member => member.Wants > 0);
        return eager == 0 ? Whole / Members.Count
            : me.Wants > 0 ? shares[me.Id] + (left / eager)
            : 0;
    }
}

/// <summary>One process in the book of an account.</summary>
internal sealed class RateShare
{
    /// <summary>A random name, new with each start.</summary>
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    /// <summary>Its sign of life: a number that goes on for as long as it lives. No clock is compared with another.</summary>
    [JsonPropertyName("beat")]
    public long Beat { get; set; }

    /// <summary>The parts of the rate that it uses at most.</summary>
    [JsonPropertyName("holds")]
    public int Holds { get; set; }

    /// <summary>The parts that it could use.</summary>
    [JsonPropertyName("wants")]
    public int Wants { get; set; }
}

/// <summary>The form of what is written down.</summary>
[JsonSerializable(typeof(RateBook))]
internal sealed partial class RateJsonContext : JsonSerializerContext;
