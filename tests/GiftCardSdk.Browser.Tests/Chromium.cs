using GiftCardSdk.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace GiftCardSdk.Browser.Tests;

/// <summary>The system's Chromium, without a window: one for all tests, and a profile of its own for each visit. Nothing is ever downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // A machine under load takes its time; what takes this long is stuck.
    private const float Patience = 300_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            var isOptional = OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("CI") != "true";
            isOptional.ShouldBeTrue("CI proves the web pages in Chromium: install chromium.");
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = program,
                // Chromium refuses to run as root otherwise.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Timeout = Patience,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens an address, as somebody who has never been there.</summary>
    /// <param name="address">Where.</param>
    /// <param name="width">Of the window, in CSS pixels; <see cref="Visit.Phone"/> for a phone's.</param>
    /// <param name="isDark">Whether the system is set to dark colors.</param>
    internal async Task<Visit> OpenAsync(Uri address, int width = 1280, bool isDark = false)
    {
        Assert.SkipWhen(_browser is null, "There is no chromium on the path.");
        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            }
        );
        context.SetDefaultTimeout(Patience);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(address.AbsoluteUri);
        return visit;
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
}
