using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Faults;

public sealed class FaultScriptTests
{
    [Theory]
    [InlineData(2, null, "OK,500,OK,OK,OK")]
    [InlineData(2, 2, "OK,500,500,OK,OK")]
    [InlineData(null, 2, "500,500,OK,OK,OK")]
    [InlineData(null, null, "500,500,500,500,500")]
    public async Task Occurrence_and_times_choose_the_calls(int? occurrence, int? times, string expected)
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "ping",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Occurrence = occurrence,
                Times = times,
            }
        );

        (await PingsAsync(caller, 5)).ShouldBe(expected);
    }

    [Fact]
    public async Task Occurrences_count_from_when_the_fault_was_added_and_only_its_own_operation()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await PingsAsync(caller, 3);
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "ping",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Occurrence = 2,
            }
        );
        await caller.GetAsync("funds");

        (await PingsAsync(caller, 3)).ShouldBe("OK,500,OK");
    }

    [Fact]
    public async Task Faults_repeat_exactly_under_the_same_seed_and_differ_under_another()
    {
        var first = await DrawAsync(seed: 7);
        var second = await DrawAsync(seed: 7);
        var other = await DrawAsync(seed: 8);

        first.ShouldBe(second);
        first.ShouldNotBe(other, StringComparer.Ordinal);
        first.ShouldContain("OK");
        first.ShouldContain("500");
    }

    [Fact]
    public async Task A_fault_may_wait_for_one_client_key()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ServerErrorBeforeCommit, Key = "victim-1" });

        var spared = await caller.OrderDirectLinkAsync("other-1");
        var struck = await caller.OrderDirectLinkAsync("victim-1");
        var lookedUp = await caller.GetAsync("campaign/victim-1");

        spared.Status.ShouldBe(HttpStatusCode.OK);
        struck.Status.ShouldBe(HttpStatusCode.InternalServerError);
        lookedUp.Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task The_first_fault_that_strikes_is_played_and_history_tells_which()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.RateLimited, Times = 1 });
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = FaultKind.ServerErrorAfterCommit,
                Times = 1,
            }
        );

        await caller.OrderDirectLinkAsync("h-1");
        await caller.OrderDirectLinkAsync("h-2");
        await caller.OrderDirectLinkAsync("h-3");

        caller
            .Twin.Faults.History.Select(struck => (struck.Operation, struck.Kind, struck.Key))
            .ShouldBe([
                ("direct_links.create", FaultKind.RateLimited, "h-1"),
                ("direct_links.create", FaultKind.ServerErrorAfterCommit, "h-2"),
            ]);
    }

    [Fact]
    public async Task Clearing_ends_the_faults_and_keeps_the_history()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.RateLimited });
        await caller.GetAsync("ping");

        caller.Twin.Faults.Clear();

        (await caller.GetAsync("ping")).Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Faults.Active.ShouldBeEmpty();
        caller.Twin.Faults.History.ShouldHaveSingleItem();
        caller.Twin.Faults.ClearHistory();
        caller.Twin.Faults.History.ShouldBeEmpty();
    }

    public static TheoryData<Fault, string> Mistakes =>
        new()
        {
            {
                new Fault { Operation = "campain.create", Kind = FaultKind.RateLimited },
                "campain.create"
            },
            {
                new Fault { Kind = (FaultKind)99 },
                "99"
            },
            {
                new Fault { Kind = FaultKind.RateLimited, Occurrence = 0 },
                "Occurrence is 0"
            },
            {
                new Fault { Kind = FaultKind.RateLimited, Times = 0 },
                "Times is 0"
            },
            {
                new Fault { Kind = FaultKind.RateLimited, Probability = 1.5m },
                "Probability is 1.5"
            },
            {
                new Fault
                {
                    Kind = FaultKind.RateLimited,
                    Probability = 0.5m,
                    Occurrence = 1,
                },
                "exclude each other"
            },
            {
                new Fault { Kind = FaultKind.RateLimited, Status = 99 },
                "Status is 99"
            },
            {
                new Fault { Kind = FaultKind.ServerErrorAfterCommit, ContentType = "text/html" },
                "no Body"
            },
            {
                new Fault
                {
                    Kind = FaultKind.ServerErrorAfterCommit,
                    ContentType = "html",
                    Body = "",
                },
                "no media type"
            },
            {
                new Fault
                {
                    Kind = FaultKind.ServerErrorAfterCommit,
                    Status = 304,
                    IsCut = true,
                },
                "none can be cut"
            },
            {
                new Fault { Kind = FaultKind.SlowAnswer, Delay = TimeSpan.FromSeconds(-1) },
                "Delay"
            },
            {
                new Fault { Kind = FaultKind.RateLimited, RetryAfter = TimeSpan.FromSeconds(-1) },
                "RetryAfter"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_fault_that_makes_no_sense_is_refused_in_words(Fault fault, string words)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        Should.Throw<ArgumentException>(() => caller.Twin.Faults.Add(fault)).Message.ShouldContain(words);
    }

    private static async Task<string> DrawAsync(int seed)
    {
        await using var caller = await GiftbitCaller.StartAsync(seed: seed);
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ServerErrorBeforeCommit, Probability = 0.5m });
        return await PingsAsync(caller, 40);
    }

    private static async Task<string> PingsAsync(GiftbitCaller caller, int count)
    {
        var seen = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var status = (await caller.GetAsync("ping")).Status;
            seen.Add(status == HttpStatusCode.OK ? "OK" : ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return string.Join(',', seen);
    }
}
