using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Benchmarks;

/// <summary>Real sockets, a server in the same process: what an application would notice.</summary>
public class OverLoopback
{
    private Pair _pair = null!;
    private WebApplication _server = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(static async context =>
        {
            var body = Answers.For(context.Request.Path);
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await _server.StartAsync();
        var address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _pair = new Pair(new Uri(address));
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _pair.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task<string> HandWrittenRead() => _pair.Hand.GetOrderAsync(Answers.OrderId);

    [Benchmark]
    public Task<Order> SdkRead() => _pair.Account.Status.GetAsync(Answers.OrderId, RewardDetail.None);

    [Benchmark]
    public Task<string> HandWrittenWrite() => _pair.Hand.PlaceAsync(_pair.NextReference());

    [Benchmark]
    public Task<Order> SdkWrite() => _pair.Account.Orders.PlaceAsync(_pair.NextOrder());
}
