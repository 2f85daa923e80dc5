using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>A page of a list, as asked for and cut to what is allowed.</summary>
/// <param name="Index">Its number as the client counts.</param>
/// <param name="Size">The size applied.</param>
/// <param name="Offset">How many items stand before it.</param>
internal sealed record GiftCardPartnersPage(int Index, int Size, long Offset)
{
    public static bool TryRead(
        SandboxCall call,
        GiftCardPartnersTwinOptions options,
        [NotNullWhen(true)] out GiftCardPartnersPage? page,
        [NotNullWhen(false)] out GiftCardPartnersRefusal? refusal
    )
    {
        var complaints = new List<(string, string)>();
        var index = Number(call, "pageIndex", options.FirstPageIndex, options.FirstPageIndex, int.MaxValue, complaints);
        var largest = options.RefuseOversizedPages ? options.MaxPageSize : int.MaxValue;
        var size = Math.Min(Number(call, "pageSize", options.DefaultPageSize, 1, largest, complaints), options.MaxPageSize);
        page = complaints.Count == 0 ? new GiftCardPartnersPage(index, size, (long)(index - options.FirstPageIndex) * size) : null;
        refusal = page is null ? GiftCardPartnersRefusal.Invalid(complaints) : null;
        return page is not null;
    }

    /// <summary>The page's part of all the items; empty beyond their end.</summary>
    public Paged<TBody> Cut<T, TBody>(int total, Func<int, T> item, Func<T, TBody> body)
    {
        var first = (int)Math.Min(Offset, total);
        var count = Math.Min(Size, total - first);
        return new Paged<TBody>(Index, Size, total, [.. Enumerable.Range(first, count).Select(item).Select(body)]);
    }

    private static int Number(SandboxCall call, string name, int usual, int least, int most, List<(string, string)> complaints)
    {
        if (call.QueryValue(name) is not { } text)
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        complaints.Add((name, string.Create(CultureInfo.InvariantCulture, $"A whole number from {least} to {most} is expected.")));
        return usual;
    }
}
