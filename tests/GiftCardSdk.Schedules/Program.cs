using GiftCardSdk.Schedules;
using GiftCardSdk.Schedules.Rewriting;

const int WrongArguments = 2;

if (args is ["rewrite", var folder, var tool])
{
    return await Rewriter.RunAsync(folder, tool);
}

if (ScheduleOptions.Parse(args) is not { } options)
{
    Console.WriteLine(ScheduleOptions.Help);
    return WrongArguments;
}

return await Exploration.RunAsync(options) ? 0 : 1;
