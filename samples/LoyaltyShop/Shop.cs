using System.Security.Claims;
using System.Text.Encodings.Web;
using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace LoyaltyShop;

/// <summary>The application.</summary>
internal static class Shop
{
    public static async Task<WebApplication> StartAsync(GifqTwin provider, string journal, int port = 0)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Shop).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder
            .Services.AddGiftCards()
            .CacheCatalogs()
            .UseSqliteJournal(journal)
            // Yours: AddGifq(builder.Configuration.GetSection("GiftCards:Gifq")).
            .AddGifq(options => (options.BaseAddress, options.ApiToken) = (provider.BaseAddress, provider.ApiToken));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Loyalty>().AddSingleton<Cards>();
        builder
            .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.LoginPath = "/SignIn");
        builder.Services.AddRazorPages(pages => pages.Conventions.AuthorizeFolder("/").AllowAnonymousToPage("/SignIn"));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // This sample leaves nothing in your home folder.

        var app = builder.Build();
        app.Use(KeepPrivateAsync);
        app.UseAuthentication().UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/pictures/{product}", (string product) => Results.Content(Picture(product), "image/svg+xml"));
        await app.StartAsync();
        return app;
    }

    public static string NameOf(ClaimsPrincipal user) => user.Identity!.Name!;

    /// <summary>
    /// Drawn here. Yours come from <c>Product.ImageUrl</c>, fetched once and served by yourself: a page that loads them from another host tells that host who looks.
    /// </summary>
    private static string Picture(string product)
    {
        var letters = HtmlEncoder.Default.Encode(string.Concat(product.Split('-', 3).Take(2).Select(word => word.FirstOrDefault('?'))));
        var color = product.Sum(letter => letter * 7) % 360;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"><rect width="160" height="100" rx="10" fill="hsl({color} 45% 40%)"/>
            <text x="80" y="64" font-size="40" font-family="system-ui" fill="white" text-anchor="middle">{letters}</text></svg>
            """;
    }

    /// <summary>Nobody keeps a page with a card, nobody puts it into a frame, and nothing is loaded from elsewhere.</summary>
    private static Task KeepPrivateAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.CacheControl, headers["Referrer-Policy"]) = ("no-store", "no-referrer");
        headers.ContentSecurityPolicy =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        return next(context);
    }
}
