using System.Globalization;
using GiftCardSdk.Benchmarks;
using GiftCardSdk.Benchmarks.Journal;
using GiftCardSdk.Benchmarks.Rate;

// The SDK beside hand-written HttpClient code that does the same work, in the same run.
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks                the full run
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --quick     about a minute; a line a pair
//   … -- --quick OnAStub.NeutralWrite                                           the pairs whose names begin so
//   … -- Refit                                                                  the pipeline with Refit in front of it and without
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --journal   the journals beside bare statements, and one of a million orders (add --quick to leave that out)
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --bulk      200,000 lines in one batch beside Parallel.ForEachAsync; a number behind it for fewer
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --rate      one rate of GIFQ's twin for one, two and three processes on one journal: 300 orders of two requests each; nine minutes (a number behind it: that many orders)
switch (args)
{
    case ["--bulk", ..]:
        return await Bulk.RunAsync(args is [_, var lines] ? int.Parse(lines, CultureInfo.InvariantCulture) : 200_000);
    case [Bulk.ServerOnly]:
        return await Bulk.ServeAsync();
    case ["--journal", ..]:
        return await JournalRun.RunAsync(isQuick: args is [_, "--quick"]);
    case [JournalRun.OpenOnly, var path]:
        return await JournalRun.OpenAsync(path);
    case ["--rate", ..]:
        return await RateRun.RunAsync(args is [_, var orders] ? int.Parse(orders, CultureInfo.InvariantCulture) : 300);
    case [RateBuyer.Only, var journal, var address, var token, var prefix, var count]:
        return await RateBuyer.RunAsync(journal, address, token, prefix, count);
}

var isQuick = args.Contains("--quick", StringComparer.Ordinal);
var wanted = args.FirstOrDefault(argument => !argument.StartsWith("--", StringComparison.Ordinal)) ?? "";
await using var stub = Pairs.OnAStub();
await using var loopback = await Pairs.OverLoopbackAsync();
await using var seam = new Seam();
foreach (var pair in stub.All.Concat(loopback.All).Concat(seam.All).Where(pair => pair.Name.StartsWith(wanted, StringComparison.Ordinal)))
{
    Console.WriteLine(await Measurement.OfAsync(pair, isQuick));
}

return 0;
