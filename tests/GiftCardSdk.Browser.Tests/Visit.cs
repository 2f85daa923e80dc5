using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GiftCardSdk.Browser.Tests;

/// <summary>One visitor's tab. It hears what the browser complains about: errors in the console, of scripts, of a content security policy.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>The width of the narrowest phone that matters, in CSS pixels.</summary>
    public const int Phone = 360;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Complain(isOne: true, error);
    }

    public IPage Page { get; }

    /// <summary>What the browser has complained about so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The elements that reach beyond the window's right edge; none on a page that fits.</summary>
    public async Task<IReadOnlyList<string>> TooWideAsync() =>
        await Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(one => one.getBoundingClientRect().right > window.innerWidth)
              .map(one => one.outerHTML.slice(0, 200))
            """
        );

    /// <summary>
    /// Takes a picture for the documentation into <c>docs/images</c> where <c>GIFTCARDS_TAKE_PICTURES=1</c> asks for it; else does nothing.
    /// </summary>
    /// <param name="name">Such as <c>operations.png</c>; <c>.jpg</c> where colors run into each other.</param>
    public async Task TakePictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GIFTCARDS_TAKE_PICTURES") == "1")
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Root(), "docs", "images", name) });
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Complain(bool isOne, string text)
    {
        if (isOne)
        {
            _complaints.Enqueue(text);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GiftCardSdk.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above holds GiftCardSdk.sln.");
        }

        return folder;
    }
}
