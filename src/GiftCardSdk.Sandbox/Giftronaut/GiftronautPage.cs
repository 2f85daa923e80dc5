using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>A page of a list as asked for, counted from 1.</summary>
internal sealed record GiftronautPage(int Number, int Size)
{
    private const int UsualSize = 20;
    private const int LargestSize = 100;

    public static bool TryRead(
        GiftronautCall call,
        GiftronautTwinOptions options,
        [NotNullWhen(true)] out GiftronautPage? page,
        [NotNullWhen(false)] out GiftronautRefusal? refusal
    )
    {
        var understood = TryNumber(call.Http, "page", 1, out var number) & TryNumber(call.Http, "pageSize", UsualSize, out var size);
        if (understood && options.ClampPages)
        {
            (number, size) = (Math.Max(number, 1), Math.Clamp(size, 1, LargestSize));
        }

        understood &= number >= 1 && size is >= 1 and <= LargestSize;
        page = understood ? new GiftronautPage(number, size) : null;
        refusal = understood ? null : GiftronautRefusal.Invalid("page starts at 1, pageSize lies between 1 and 100.");
        return understood;
    }

    public T[] Cut<T>(IEnumerable<T> all) => [.. all.Skip((int)Math.Min((Number - 1L) * Size, int.MaxValue)).Take(Size)];

    private static bool TryNumber(SandboxCall call, string name, int usual, out int value)
    {
        value = usual;
        return call.QueryValue(name) is not { } text
            || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
