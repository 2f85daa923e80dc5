using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net.Http.Headers;
using GiftCardSdk.Http.Clients;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>Neither an exception nor the platform's events lead from a call to its credential, its body or its address.</summary>
public sealed class ApiSecrecyTests
{
    private const string Token = "claim-5f3a9e1c77d0";

    public static TheoryData<string, string> Failures =>
        new()
        {
            { "refused", RawServer.Answer("400 Bad Request", """{"code":"E_NO","message":"No."}""") },
            { "unauthorized", RawServer.Answer("401 Unauthorized", """{"code":"E_KEY","message":"No key."}""") },
            { "broken", RawServer.Answer("500 Internal Server Error", "oops") },
            { "unreadable", RawServer.Answer("200 OK", "{") },
            { "null", RawServer.Answer("200 OK", "null") },
            { "no HTTP", "hello" },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task No_request_can_be_reached_from_a_failure(string name, string answer)
    {
        name.ShouldNotBeEmpty();
        await using var server = RawServer.Start(
            async (socket, _) =>
            {
                await socket.SendAsync(System.Text.Encoding.Latin1.GetBytes(answer));
                socket.Close();
            }
        );
        await using var account = TestAccount.On(server.Address);

        ShouldHoldNothing(await FailureOf(() => Of(account).CreateAsync(new(Token))));
    }

    [Fact]
    public async Task No_request_can_be_reached_from_a_failure_of_a_call_without_a_result()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("500 Internal Server Error", "oops"));
        await using var account = TestAccount.On(server.Address);

        ShouldHoldNothing(await FailureOf(() => Of(account).TouchAsync(Token)));
    }

    [Fact]
    public async Task No_request_can_be_reached_from_a_refused_connection()
    {
        var gone = RawServer.Start(_ => "");
        await gone.DisposeAsync();
        await using var account = TestAccount.On(gone.Address);

        ShouldHoldNothing(await FailureOf(() => Of(account).CreateAsync(new(Token))));
    }

    [Fact]
    public async Task No_request_can_be_reached_from_a_cancellation()
    {
        await using var server = RawServer.Start((_, _) => Task.CompletedTask);
        await using var account = TestAccount.On(server.Address);
        using var cancelling = new CancellationTokenSource();
        var call = Of(account).CreateAsync(new(Token), null, cancelling.Token);
        await server.NextArrivalAsync();
        await cancelling.CancelAsync();

        ShouldHoldNothing(await FailureOf(() => call));
    }

    [Fact]
    public async Task No_request_can_be_reached_from_an_argument_that_is_refused()
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Thing()));

        ShouldHoldNothing(await FailureOf(() => Of(account).CreateAsync(new("tea"), Token + "\n")));
    }

    [Fact]
    public async Task A_request_that_an_exception_holds_would_be_found()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://acme.example/");
        var failure = new InvalidOperationException("outer", new HttpRequestException("inner"));
        failure.InnerException!.Data["call"] = new List<object> { new Lazy<HttpRequestMessage>(request) };
        await Task.CompletedTask;

        ObjectGraph.Of(failure).OfType<HttpRequestMessage>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_platforms_events_show_templates_alone()
    {
        using var events = new Events();
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Thing()));

        await Of(account).GetClaimAsync(new(Token), Token + "-proof");

        var written = string.Join('\n', events.Written);
        written.ShouldContain("/v1/claims/-?*");
        written.ShouldNotContain(Token);
    }

    private static IShopApi Of(TestAccount account) => account.Client.CreateApi<IShopApi>(ThingJson.Default.Options);

    private static async Task<Exception> FailureOf(Func<Task> call) => await Should.ThrowAsync<Exception>(call);

    private static void ShouldHoldNothing(Exception failure)
    {
        var held = ObjectGraph.Of(failure);
        held.OfType<HttpRequestMessage>().ShouldBeEmpty();
        held.OfType<HttpHeaders>().ShouldBeEmpty();
        held.OfType<HttpContent>().ShouldBeEmpty();
        held.OfType<ApiCall>().ShouldBeEmpty();
        held.OfType<string>().Where(text => text.Contains("test-token") || text.Contains(Token)).ShouldBeEmpty();
    }

    /// <summary>What the platform's HTTP events say.</summary>
    private sealed class Events : EventListener
    {
        public ConcurrentQueue<string> Written { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            Written?.Enqueue($"{eventData.EventName}: {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");
    }
}
