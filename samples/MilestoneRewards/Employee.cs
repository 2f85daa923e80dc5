using CsvHelper;

namespace MilestoneRewards;

/// <summary>A row of the calendar that HR keeps.</summary>
internal sealed record Employee(string Id, string Name, string Email, string Office, DateOnly Hired)
{
    /// <summary>The year that someone of this row completes on a day of the period, if it is one that is celebrated.</summary>
    public Milestone? MilestoneBetween(DateOnly first, DateOnly last) =>
        Milestone
            .Worth.Keys.Where(years => Hired.AddYears(years) >= first && Hired.AddYears(years) <= last) // 29 February is the 28th in other years.
            .Select(years => new Milestone(this, years))
            .SingleOrDefault();

    public static IEnumerable<Employee> Read(string path)
    {
        using var csv = CsvReader.FromFile(path);
        while (csv.Read())
        {
            yield return new(
                csv.GetString("id"),
                csv.GetString("name"),
                csv.GetString("email"),
                csv.GetString("office"),
                csv.Parse<DateOnly>("hired")
            );
        }
    }
}
