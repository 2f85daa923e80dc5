using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>A page of a list, as asked for and cut to what is allowed.</summary>
internal sealed record GiftbitPage(int Limit, int Offset)
{
    public static bool TryRead(
        SandboxCall call,
        int usual,
        int maximum,
        [NotNullWhen(true)] out GiftbitPage? page,
        [NotNullWhen(false)] out GiftbitRefusal? refusal
    )
    {
        var understood = TryNumber(call, "limit", usual, out var limit) & TryNumber(call, "offset", 0, out var offset);
        page = understood ? new GiftbitPage(Math.Min(limit, maximum), offset) : null;
        refusal = understood ? null : Parameter("limit and offset are whole numbers, not negative");
        return understood;
    }

    public static GiftbitRefusal Parameter(string message) => GiftbitRefusal.Invalid("ERROR_SIM_INVALID_PARAMETER", message);

    public T[] Cut<T>(IEnumerable<T> rows) => [.. rows.Skip(Offset).Take(Limit)];

    private static bool TryNumber(SandboxCall call, string name, int usual, out int value)
    {
        value = usual;
        return call.QueryValue(name) is not { } text || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
