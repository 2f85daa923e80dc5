using System.Globalization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>Lists of a provider, read page after page while they change.</summary>
public sealed class ListReadingTests
{
    private const int PageSize = 5;

    /// <summary>Rows leave and new ones come in front between any two pages, as they do in a list of orders or a catalog.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_stays_in_a_list_that_gets_shorter_is_read(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var rows = new List<string>(Enumerable.Range(0, random.Next(0, 30)).Select(Text));
            var stays = rows.ToHashSet(StringComparer.Ordinal);
            var read = await ReadAsync(
                new ListReading<string>(row => row),
                at =>
                {
                    var page = PageOf(rows, at.Number, rows.Count);
                    for (var gone = random.Next(0, 8) - 4; gone > 0 && rows.Count > 0; gone--)
                    {
                        var index = random.Next(rows.Count);
                        stays.Remove(rows[index]);
                        rows.RemoveAt(index);
                    }

                    return page;
                }
            );

            read.ShouldBeUnique(StringComparer.Ordinal);
            stays.Except(read, StringComparer.Ordinal).ShouldBeEmpty($"seed {seed}, round {round}");
        }
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_and_gives_no_figures_is_asked_once_more()
    {
        var reading = new ListReading<string>(row => row);
        var asked = 0;

        var read = await ReadAsync(
            reading,
            _ =>
            {
                asked++;
                return new() { Rows = ["a", "b"] };
            }
        );

        read.ShouldBe(["a", "b"]);
        (asked, reading.IsCut).ShouldBe((2, false));
        reading.Doubt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_and_says_that_there_is_more_has_not_shown_its_list()
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            ReadAsync(new ListReading<string>(row => row), at => new() { Rows = ["a", "b"], IsLast = at.Number == 3 })
        );

        (failure.Code, failure.Outcome, failure.Provider, failure.Operation, failure.IsTransient).ShouldBe(
            (GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NotAnOrder, "gifq", "orders.list", true)
        );
    }

    [Fact]
    public async Task A_page_of_rows_that_new_ones_pushed_back_is_not_the_end_while_the_list_grows()
    {
        var rows = new List<string>(Enumerable.Range(0, 12).Select(Text));

        var read = await ReadAsync(
            new ListReading<string>(row => row),
            at =>
            {
                var page = PageOf(rows, at.Number, rows.Count);
                rows.InsertRange(0, at.Number == 1 ? Enumerable.Range(100, PageSize).Select(Text) : []);
                return page;
            }
        );

        read.ShouldBe(Enumerable.Range(0, 12).Select(Text));
    }

    [Fact]
    public async Task A_list_that_does_not_stop_getting_shorter_is_said_to_be_cut()
    {
        var left = 1000;

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            ReadAsync(
                new ListReading<string>(row => row),
                at => PageOf([.. Enumerable.Range(0, 300).Select(Text)], at.Number, total: left--)
            )
        );

        failure.Message.ShouldContain("became shorter 20 times");
    }

    /// <summary>A login page of a gateway as JSON, a list in a new form, a counter in place of a total: none of it may be asked for without end.</summary>
    [Theory]
    [InlineData("unreadable")]
    [InlineData("unreadable, with a total that is never reached")]
    [InlineData("the same page, whose total grows with each call")]
    [InlineData("the same page, named as the one that was asked for")]
    [InlineData("rows without ids that cannot be compared")]
    public async Task A_list_that_goes_on_without_anything_new_is_said_to_be_cut(string kind)
    {
        var asked = 0;

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            ReadAsync(
                new ListReading<string>(row => row.Length == 0 || row[0] == '-' ? null : row),
                at =>
                {
                    (++asked).ShouldBeLessThan(100, "it is asked without end");
                    return kind switch
                    {
                        "unreadable" => new() { Rows = [], RowCount = PageSize },
                        "unreadable, with a total that is never reached" => new()
                        {
                            Rows = [],
                            RowCount = PageSize,
                            Total = 1_000_000_000,
                            IsLast = false,
                        },
                        "the same page, whose total grows with each call" => new() { Rows = ["a", "b"], Total = 100 + at.Number },
                        "the same page, named as the one that was asked for" => new() { Rows = ["a", "b"], IsNamed = true },
                        _ => new() { Rows = ["-" + Text(at.Number)] },
                    };
                }
            )
        );

        (failure.Code, failure.IsTransient).ShouldBe((GiftCardErrorCode.UnexpectedResponse, true));
        failure.Message.ShouldContain("20 pages in a row brought nothing new");
    }

    [Fact]
    public async Task A_few_pages_that_cannot_be_read_are_passed_over()
    {
        var read = await ReadAsync(
            new ListReading<string>(row => row),
            at =>
                at.Number is > 1 and < 15
                    ? new() { Rows = [], RowCount = PageSize }
                    : new() { Rows = [Text(at.Number)], IsLast = at.Number == 15 }
        );

        read.ShouldBe(["1", "15"]);
    }

    [Fact]
    public void A_row_that_cannot_be_read_leaves_a_doubt()
    {
        var reading = new ListReading<string>(row => row);

        reading.Take(
            new()
            {
                Rows = ["a"],
                RowCount = 2,
                IsLast = true,
            }
        );

        (reading.IsAtEnd, reading.IsCut).ShouldBe((true, false));
        reading.Doubt.ShouldBe("the list has rows that cannot be read");
    }

    [Fact]
    public async Task Rows_without_ids_come_as_they_are_and_a_shorter_list_of_them_is_cut()
    {
        var read = await ReadAsync(new ListReading<string>(null), at => PageOf(["a", "a", "b", "b", "c", "c"], at.Number, 6));
        read.ShouldBe(["a", "a", "b", "b", "c", "c"]);

        await Should.ThrowAsync<GiftCardException>(() =>
            ReadAsync(new ListReading<string>(null), at => PageOf([.. Enumerable.Range(0, 20).Select(Text)], at.Number, 20 - at.Number))
        );
    }

    private static ListPage<string> PageOf(List<string> rows, int number, int total) =>
        new()
        {
            Rows = [.. rows.Skip((number - 1) * PageSize).Take(PageSize)],
            Total = total,
            IsLast = number * PageSize >= total,
        };

    private static async Task<List<string>> ReadAsync(ListReading<string> reading, Func<ListPosition, ListPage<string>> page)
    {
        var read = new List<string>();
        var rows = reading.RowsAsync(
            (at, _) => Task.FromResult<ListPage<string>?>(page(at)),
            "gifq",
            "orders.list",
            CancellationToken.None
        );
        await foreach (var row in rows)
        {
            read.Add(row);
        }

        return read;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
