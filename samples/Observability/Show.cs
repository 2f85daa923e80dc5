namespace Observability;

/// <summary>What was scraped and collected, as text.</summary>
internal static class Show
{
    /// <summary>What this day must have left behind.</summary>
    private static readonly string[] Expected =
    [
        "giftcards_client_operation_duration_seconds_count",
        "giftcards_client_rate_limited_total",
        "giftcards_client_retries_total",
        "giftcards_orders_ended_total",
        "giftcards_orders_face_value_total",
    ];

    public static void Scrape(IReadOnlyList<string> lines)
    {
        Console.WriteLine("scraped by Prometheus, without the buckets:");
        foreach (var line in lines.Where(line => !line.Contains("_bucket{", StringComparison.Ordinal)))
        {
            Console.WriteLine("  " + line);
        }
    }

    public static void Collected(Collector collector)
    {
        foreach (var (signal, bytes) in collector.Received)
        {
            Console.WriteLine($"sent over OTLP: {bytes:N0} bytes of {signal}");
        }
    }

    public static int Verdict(IReadOnlyList<string> lines, bool wasCollected)
    {
        var missing = Expected.Where(name => !lines.Any(line => line.StartsWith(name, StringComparison.Ordinal))).ToArray();
        Console.WriteLine(missing.Length == 0 && wasCollected ? "everything arrived" : $"missing: {string.Join(", ", missing)}");
        return missing.Length == 0 && wasCollected ? 0 : 1;
    }
}
