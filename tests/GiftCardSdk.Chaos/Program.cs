using GiftCardSdk.Chaos;
using GiftCardSdk.Chaos.Cluster;
using GiftCardSdk.Chaos.Journals;
using GiftCardSdk.Chaos.Planning;
using GiftCardSdk.Chaos.Running;

const int WrongArguments = 2;
const int NoPostgres = 3;

if (args is [Child.Verb])
{
    return await Child.LiveAsync();
}

var (options, mistake) = ChaosOptions.Parse(args);
if (mistake is not null)
{
    await Console.Error.WriteLineAsync(mistake);
    return WrongArguments;
}

if (options.WantsHelp)
{
    Console.WriteLine(ChaosOptions.Help);
    return 0;
}

if (JournalHome.FindObstacle(options.Journal) is { } obstacle)
{
    await Console.Error.WriteLineAsync(obstacle);
    return NoPostgres;
}

var run =
    options.Planner ? PlannerRun.RunAsync(options)
    : options.Nodes > 0 ? ClusterRun.RunAsync(options)
    : ChaosRun.RunAsync(options);
return await run ? 0 : 1;
