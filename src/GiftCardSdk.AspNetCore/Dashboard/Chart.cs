using System.Globalization;
using GiftCardSdk.Diagnostics;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>Charts as SVG, of numbers alone: no script, and colors that follow the page.</summary>
internal static class Chart
{
    private const double Width = 440;
    private const double Height = 150;
    private const double Left = 4;
    private const double Top = 18;
    private const double Bottom = 130;

    /// <summary>A balance over time, and how it goes on until its money is spent.</summary>
    /// <param name="readings">The readings, oldest first; at least one.</param>
    /// <param name="low">The threshold below which the balance is low; null for none.</param>
    public static Html Balance(IReadOnlyList<BalanceReading> readings, decimal? low)
    {
        var (first, last) = (readings[0], readings[^1]);
        var past = last.At - first.At;
        // As much of what is to come as of what was, and a day at least: beyond that the line is no promise.
        var shown = past > TimeSpan.FromDays(1) ? past : TimeSpan.FromDays(1);
        var ahead = last.Runway is { } runway && runway < shown ? runway : shown;
        var most = (double)Math.Max(readings.Max(static reading => reading.Balance.Available.Amount), Math.Max(low ?? 0, 0.01m));
        return Svg(
            $"Balance of {last.Account}: {last.Balance.Available}",
            svg =>
            {
                Axes(svg, most, Words.Time(first.At), last.Runway is null ? "" : $"in {Words.Span(ahead)}");
                if (low is { } floor)
                {
                    svg.Add($"""<line class="floor" x1="{Left}" x2="{Width}" y1="{Y((double)floor)}" y2="{Y((double)floor)}"/>""");
                }

                svg.Add($"""<polyline class="line" points="{Points()}"/>""");
                var now = Amount(last);
                svg.Add($"""<circle class="dot" r="3.5" cx="{X(last.At)}" cy="{Y(now)}"/>""");
                if (last.Runway is { } left)
                {
                    var then = left > ahead ? now * (1 - (ahead / left)) : 0;
                    svg.Add(
                        $"""<line class="ahead" x1="{X(last.At)}" y1="{Y(now)}" x2="{X(last.At + ahead)}" y2="{Y(then)}"><title>At the present rate of spending</title></line>"""
                    );
                }
            }
        );

        string Points() =>
            string.Join(
                ' ',
                readings.Select(reading => string.Create(CultureInfo.InvariantCulture, $"{X(reading.At):0.#},{Y(Amount(reading)):0.#}"))
            );

        double X(DateTimeOffset at)
        {
            var all = last.Runway is null ? past : past + ahead;
            return all > TimeSpan.Zero ? Left + ((at - first.At) / all * (Width - Left - 4)) : Left;
        }

        double Y(double amount) => Bottom - (Math.Max(0, amount) / most * (Bottom - Top));

        static double Amount(BalanceReading reading) => (double)reading.Balance.Available.Amount;
    }

    /// <summary>An amount a day.</summary>
    /// <param name="days">Each day with its amount; at least one.</param>
    /// <param name="currency">The currency of all of them.</param>
    public static Html Days(IReadOnlyList<(DateOnly Day, decimal Amount)> days, string currency)
    {
        var most = (double)Math.Max(days.Max(static day => day.Amount), 0.01m);
        var step = (Width - Left) / days.Count;
        return Svg(
            $"Bought by day, {currency}",
            svg =>
            {
                Axes(svg, most, Day(days[0].Day), Day(days[^1].Day));
                foreach (var (index, (day, amount)) in days.Index())
                {
                    var height = (double)amount / most * (Bottom - Top);
                    svg.Add(
                        $"""<rect class="bar" x="{Left + (index * step):0.#}" y="{Bottom - height:0.#}" width="{step - 3:0.#}" height="{height:0.#}"><title>{Day(day)}: {Money.Of(amount, currency).ToString()}</title></rect>"""
                    );
                }
            }
        );
    }

    private static Html Svg(string label, Action<Html> draw) =>
        Html.Of(svg =>
        {
            svg.Add($"""<svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{label}">""");
            draw(svg);
            svg.Add($"</svg>");
        });

    private static void Axes(Html svg, double most, string from, string to) =>
        svg.Add(
            $"""<line class="axis" x1="{Left}" x2="{Width}" y1="{Bottom}" y2="{Bottom}"/><line class="axis" x1="{Left}" x2="{Width}" y1="{Top}" y2="{Top}"/><text x="{Left}" y="{Top - 5}">{most:#,0.######}</text><text x="{Left}" y="{Height - 4}">{from}</text><text x="{Width - 4}" y="{Height - 4}" text-anchor="end">{to}</text>"""
        );

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
