using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Faults;

public sealed class BodyFaultTests
{
    [Fact]
    public async Task A_truncated_body_ends_before_its_length()
    {
        await using var caller = await StartAsync(FaultKind.TruncatedBody);

        var error = await Should.ThrowAsync<HttpRequestException>(() => caller.OrderDirectLinkAsync("short-1"));

        error.InnerException.ShouldBeOfType<HttpIOException>().HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_body_is_complete_for_the_transport_and_only_the_reader_sees_it()
    {
        await using var caller = await StartAsync(FaultKind.BrokenBody);

        var answer = await caller.OrderDirectLinkAsync("broken-1");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        Should.Throw<JsonException>(() => answer.Json);
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_body_is_an_ok_without_a_word()
    {
        await using var caller = await StartAsync(FaultKind.EmptyBody);

        var answer = await caller.OrderDirectLinkAsync("empty-1");

        (answer.Status, answer.Text).ShouldBe((HttpStatusCode.OK, ""));
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_html_body_is_an_ok_in_the_wrong_language()
    {
        await using var caller = await StartAsync(FaultKind.HtmlBody);

        var answer = await caller.OrderDirectLinkAsync("html-1");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ContentHeaders.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/html");
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    private static async Task<GiftbitCaller> StartAsync(FaultKind kind)
    {
        var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Operation = "direct_links.create", Kind = kind });
        return caller;
    }
}
