using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>The page's own server on the loopback. It reads no configuration and writes no log.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    // Nothing but what this server serves is run, shown or sent to, whatever gets into the page.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly WebApplication _app;

    private PageServer(WebApplication app)
    {
        _app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.Single());
    }

    public Uri Address { get; }

    /// <summary>Starts it; returns when it accepts connections.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PageServer> StartAsync(SandboxPage page, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, port));
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.Use(Protect);
        Map(app, page);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new PageServer(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Configure(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private static Task Protect(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (Guard.Complain(http) is not { } complaint)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync(complaint, http.RequestAborted);
    }

    private static void Map(WebApplication app, SandboxPage page)
    {
        app.MapGet("/", http => WriteAsync(http, "text/html", page.Whole().ToString()));
        app.MapGet("/page.css", http => WriteAsync(http, "text/css", Asset("page.css")));
        app.MapGet("/page.js", http => WriteAsync(http, "text/javascript", Asset("page.js")));
        foreach (var (name, part) in page.Parts)
        {
            app.MapGet("/parts/" + name, http => WriteAsync(http, "text/html", part().ToString()));
        }

        foreach (var (path, action) in PageActions.All)
        {
            app.MapPost(path, http => ActAsync(http, page, action));
        }
    }

    private static async Task ActAsync(HttpContext http, SandboxPage page, PageAction action)
    {
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
            await action.RunAsync(new PageForm(page, form), http.RequestAborted).ConfigureAwait(false);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = "/#" + action.Section;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(http, "text/html", page.Whole(e.Message.Split(" (Parameter")[0]).ToString()).ConfigureAwait(false);
        }
    }

    private static Task WriteAsync(HttpContext http, string type, string text)
    {
        http.Response.ContentType = type + ";charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(PageServer).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    // Signals stay with the program.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
