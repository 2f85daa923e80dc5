using GiftCardSdk.Batches;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>The batches and how far they are.</summary>
internal static class BatchesPage
{
    private const int Most = 50;

    public static async Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        var newest = new Queue<BatchSummary>();
        if (visit.State.Batches is { } batches)
        {
            await foreach (var batch in batches.ListAsync(visit.Aborted).ConfigureAwait(false))
            {
                newest.Enqueue(batch);
                if (newest.Count > Most)
                {
                    newest.Dequeue();
                }
            }
        }

        return new(
            "Batches",
            Html.Of(html =>
            {
                html.Add($"<h1>Batches</h1>");
                if (newest.Count == 0)
                {
                    html.Add($"""<section><p class="soft">No batch has begun.</p></section>""");
                }

                foreach (var batch in newest.Reverse())
                {
                    Write(html, visit, batch);
                }
            })
        );
    }

    private static void Write(Html html, DashboardVisit visit, BatchSummary batch)
    {
        var progress = batch.Progress;
        var told = Words.Span(visit.Now - batch.UpdatedAt);
        html.Add(
            $"""<section><h2>{batch.Name}</h2><p>{(batch.HasEnded ? "Came to the end of its list" : "Under way, or stopped")}; <span class="soft">begun {Words.Time(batch.LastBegun)}, last heard of {told} ago</span></p>"""
        );
        if (progress.ExpectedLines is { } all and > 0)
        {
            html.Add(
                $"""<p><progress max="{all}" value="{Math.Min(progress.Ended, all)}" aria-label="{batch.Name}"></progress> {progress.Ended:N0} of {all:N0} lines</p>"""
            );
        }

        html.Add(
            $"""<table><thead><tr><th>Bought<th>Before<th>Refused<th>Changed<th>Unknown<th>Parked<th>Not placed<th>Waiting<th>A second<th>Left<th>Face value</tr></thead><tbody><tr><td data-label="Bought">{progress.Bought:N0}</td><td data-label="Bought before">{progress.BoughtBefore:N0}</td><td data-label="Refused">{progress.Refused:N0}</td><td data-label="Changed">{progress.Changed:N0}</td><td data-label="Unknown">{progress.Unknown:N0}</td><td data-label="Parked">{progress.Parked:N0}</td><td data-label="Not placed">{progress.NotPlaced:N0}</td><td data-label="Waiting">{progress.Waiting:N0}</td><td data-label="Lines a second">{progress.LinesPerSecond:0.#}</td><td data-label="Left">{(progress.TimeLeft is { } left ? Words.Span(left) : "")}</td><td data-label="Face value">{string.Join(", ", progress.Spending.Select(static spent => spent.FaceValue))}</td></tr></tbody></table></section>"""
        );
    }
}
