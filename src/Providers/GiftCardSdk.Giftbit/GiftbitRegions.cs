namespace GiftCardSdk.Giftbit;

/// <summary>The regions of the account, read when first needed and again after an hour: Giftbit's brands name them by number only.</summary>
internal sealed class GiftbitRegions(IGiftbitApi api, GiftbitWireAssumptions assumptions, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private Snapshot? _last;

    public async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _last) is { } last && time.GetElapsedTime(last.ReadAt) < Life)
        {
            return last;
        }

        var reply = await api.ListRegionsAsync(null, cancellationToken).ConfigureAwait(false);
        var names = new Dictionary<int, string>();
        foreach (var region in reply.Regions.WithoutNulls())
        {
            names[region.Id] = region.Name;
        }

        var read = new Snapshot(names, assumptions, time.GetTimestamp());
        Volatile.Write(ref _last, read);
        return read;
    }

    /// <summary>The countries that a setting lists, or null if it is not right.</summary>
    public static CountrySet? CountriesOf(string? setting)
    {
        if (setting == GiftbitWireAssumptions.Worldwide)
        {
            return CountrySet.Worldwide;
        }

        string[] codes = [.. (setting ?? "").Split(',', StringSplitOptions.TrimEntries)];
        return codes.All(code => code.Length == 2 && code.All(char.IsAsciiLetter)) ? CountrySet.Of(codes) : null;
    }

    /// <summary>The regions as they were read once.</summary>
    internal sealed record Snapshot(IReadOnlyDictionary<int, string> Names, GiftbitWireAssumptions Assumptions, long ReadAt)
    {
        /// <summary>Where a card of these regions can be used; unknown as soon as one of them is, since a partial list would hide the card.</summary>
        public CountrySet CountriesOf(IReadOnlyList<int>? regions)
        {
            CountrySet[] sets = [.. (regions ?? []).Select(id => OfName(Names.GetValueOrDefault(id)))];
            return sets.Length == 0 || sets.Any(set => !set.IsKnown) ? CountrySet.Unknown
                : sets.Any(set => set.IsWorldwide) ? CountrySet.Worldwide
                : CountrySet.Of(sets.SelectMany(set => set.Codes));
        }

        public CountrySet OfName(string? name) =>
            name is not null && Assumptions.RegionCountries.TryGetValue(name, out var setting)
                ? GiftbitRegions.CountriesOf(setting) ?? CountrySet.Unknown
                : CountrySet.Unknown;
    }
}
