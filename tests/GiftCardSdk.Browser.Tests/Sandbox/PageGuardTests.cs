using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using GiftCardSdk.Sandbox;
using GiftCardSdk.Sandbox.Tool;

namespace GiftCardSdk.Browser.Tests.Sandbox;

/// <summary>Who may open the page, and who may press its buttons.</summary>
public sealed class PageGuardTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SandboxTool _tool = null!;

    public async ValueTask InitializeAsync() => _tool = await SandboxTool.StartAsync(new Arguments(Port: 0));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _tool.DisposeAsync();
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_web_page_elsewhere_turns_no_clock(string? origin)
    {
        (await TurnAsync(origin)).ShouldBe(HttpStatusCode.Forbidden);
        ((SandboxClock)_tool.Sandbox.TimeProvider).Offset.ShouldBe(TimeSpan.Zero);

        (await TurnAsync(_tool.PageAddress.GetLeftPart(UriPartial.Authority))).ShouldBe(HttpStatusCode.SeeOther);
        ((SandboxClock)_tool.Sandbox.TimeProvider).Offset.ShouldBe(TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task What_came_by_another_name_or_through_a_proxy_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _tool.PageAddress);
        request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();

        using var answer = await _http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task No_address_but_the_loopback_answers()
    {
        var others = NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(entry => entry.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))
            .ToArray();
        Assert.SkipWhen(others.Length == 0, "This machine has no address but the loopback.");

        foreach (var address in others)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            var refused = await Should.ThrowAsync<SocketException>(() => socket.ConnectAsync(address, _tool.PageAddress.Port));
            refused.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
        }
    }

    private async Task<HttpStatusCode> TurnAsync(string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_tool.PageAddress, "clock"));
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("days", 1.ToString(CultureInfo.InvariantCulture))]);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
