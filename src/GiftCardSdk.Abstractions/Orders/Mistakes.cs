using System.Globalization;

namespace GiftCardSdk;

/// <summary>What is found wrong with an order. Makes nothing as long as nothing is, which is nearly always.</summary>
internal sealed class Mistakes
{
    private List<string>? _found;

    public IReadOnlyList<string> Found => _found ?? (IReadOnlyList<string>)[];

    public void Add(string mistake) => (_found ??= []).Add(mistake);

    /// <summary>Where a part stands: in a line, or in the order itself.</summary>
    public static string Place(string part, int? line) =>
        line is null ? part : string.Create(CultureInfo.InvariantCulture, $"Lines[{line}].{part}");
}
