using System.Globalization;
using GiftCardSdk.Batches;
using Spectre.Console;

namespace BulkRewards;

/// <summary>How far the list is: a table that stays in its place, or plain lines where the output is no terminal.</summary>
internal sealed class Display((int Lines, BatchControl Control)? stop) : IProgress<BatchProgress>
{
    private const int Width = 80;

    private readonly bool _isPlain = Console.IsOutputRedirected;
    private readonly Lock _gate = new();
    private BatchProgress? _last;
    private LiveDisplayContext? _live;
    private int _count;

    /// <summary>Lines that were not bought.</summary>
    public int Failed { get; private set; }

    public void Report(BatchProgress value)
    {
        lock (_gate)
        {
            _last = value;
            _live?.UpdateTarget(TableOf(value));
        }
    }

    public void Count(BatchResult result)
    {
        Failed += result.Status == BatchLineStatus.Bought ? 0 : 1;
        if (++_count == stop?.Lines)
        {
            stop.Value.Control.Stop();
        }
    }

    /// <summary>Shows how far it is while the work is done, and the end of it.</summary>
    public async Task WhileAsync(Func<Task> work)
    {
        AnsiConsole.Profile.Width = Width;
        if (_isPlain)
        {
            await work();
        }
        else
        {
            await AnsiConsole
                .Live(new Text("…"))
                .AutoClear(true)
                .StartAsync(async live =>
                {
                    lock (_gate)
                    {
                        _live = live;
                    }

                    await work();
                    lock (_gate)
                    {
                        _live = null;
                    }
                });
        }

        Console.WriteLine(TextOf(_last));
    }

    private static Table TableOf(BatchProgress progress)
    {
        var left = progress.TimeLeft is { } time ? $"{time:hh\\:mm\\:ss}" : "unknown";
        var table = new Table().Border(TableBorder.Rounded).Width(Width).AddColumns("lines", "");
        table.AddRow("ended", Text($"{progress.Ended} of {progress.ExpectedLines}, {progress.LinesPerSecond:F1} a second, left {left}"));
        table.AddRow("bought", Text($"{progress.Bought}, and {progress.BoughtBefore} before"));
        table.AddRow("refused, changed", Text($"{progress.Refused}, {progress.Changed}"));
        table.AddRow("unknown, parked", Text($"{progress.Unknown}, {progress.Parked}"));
        table.AddRow("waiting", Text($"{progress.Waiting}"));
        foreach (var spent in progress.Spending)
        {
            table.AddRow(spent.Currency, Markup.Escape(MoneyOf(spent)));
        }

        return table;
    }

    private static string TextOf(BatchProgress? progress) =>
        progress is null
            ? ""
            : Text(
                $"{progress.Ended} of {progress.ExpectedLines} lines ended: {progress.Bought} bought, {progress.BoughtBefore} bought before, {progress.Refused} refused, {progress.Changed} changed, {progress.Unknown} unknown, {progress.Parked} parked"
            );

    private static string MoneyOf(BatchSpending spent) =>
        Text(
            $"cards of {spent.FaceValue} for {spent.Cost}{(spent.OrdersOfUnknownCost > 0 ? $" and {spent.OrdersOfUnknownCost} of unknown cost" : "")}"
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
