using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Browser.Tests;

/// <summary>The sandbox as a browser sees it.</summary>
public sealed class SandboxPageTests(Chromium chromium)
{
    [Fact]
    public async Task It_says_where_its_twins_are_and_fits_a_phone()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync();

        await using var visit = await chromium.OpenAsync(sandbox.BaseAddress, Visit.Phone);

        (await visit.Page.InnerTextAsync("body")).ShouldContain(sandbox.Giftbit.BaseAddress.AbsoluteUri);
        (await visit.TooWideAsync()).ShouldBeEmpty();
    }
}
