using GiftCardSdk.Sandbox;
using LoyaltyShop;

// A shop that takes points: a catalog with pictures, one card for one wish however often the button is pressed, shown once.
//   dotnet run --project samples/LoyaltyShop               a visit over HTTP, on the sandbox; ends by itself
//   dotnet run --project samples/LoyaltyShop -- --serve    for your browser, until Ctrl+C

await using var sandbox = await GiftCardSandbox.StartAsync();
var provider = sandbox.Gifq;
var folder = Directory.CreateTempSubdirectory("loyalty-shop-");
try
{
    var isServed = args is ["--serve"];
    await using var app = await Shop.StartAsync(provider, Path.Combine(folder.FullName, "giftcards.db"), isServed ? 5091 : 0);
    if (!isServed)
    {
        app.Services.GetRequiredService<Cards>().Patience = TimeSpan.FromMinutes(1); // So that it is no race on a machine that is busy with other things.
        return await ShowAsync(new Uri(app.Urls.Single()));
    }

    Console.WriteLine(app.Urls.Single());
    await app.WaitForShutdownAsync();
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

async Task<int> ShowAsync(Uri shop)
{
    using var mira = new Visitor(shop);
    using var ida = new Visitor(shop);
    await ida.PressAsync(await ida.OpenAsync("/"), "value=\"ida\"");
    var front = await mira.PressAsync(await mira.OpenAsync("/"), "value=\"mira\"");
    Say("Mira comes in", front);

    var pressed = await Task.WhenAll(mira.PressAsync(front, "page-and-pine"), mira.PressAsync(front, "page-and-pine"));
    var card = Say("She presses a button twice", await WaitAsync(mira, pressed[0]));
    var isRight = pressed[1].Address == card.Address && card.Text == "It is ready.";
    await mira.PressAsync(front, "page-and-pine");
    isRight &= Say("and again, from an old tab", await mira.OpenAsync("/")).Text == "You have 4,000 points.";
    isRight &= Say("Ida opens Mira's card", await ida.OpenAsync(card.Address.AbsolutePath)).Text == "404";
    var code = provider.Ledger.Sales.Single().Issued.Single().Code!;
    isRight &= Say("Mira has it shown", await mira.PressAsync(card, "Show it")).Text.Contains(code, StringComparison.Ordinal);
    isRight &= !Say("and once more", await mira.PressAsync(card, "Show it")).Html.Contains(code, StringComparison.Ordinal);

    provider.Faults.Add(
        new Fault
        {
            Operation = "orders.create",
            Kind = FaultKind.ProductGone,
            Times = 1,
        }
    );
    Say("Another product is gone by now", await WaitAsync(mira, await mira.PressAsync(front, "pet-meadow")));
    isRight &= Say("and does not cost her points", await mira.OpenAsync("/")).Text == "You have 4,000 points.";

    var (sold, duplicates) = (provider.Ledger.Count, provider.Ledger.Duplicates);
    Console.WriteLine($"LoyaltyShop finished: {sold} card sold, {duplicates} duplicates");
    return isRight && (sold, duplicates) == (1, 0) ? 0 : 1;
}

// The page refreshes itself until it no longer says "soon".
static async Task<Seen> WaitAsync(Visitor visitor, Seen page)
{
    while (page.Text.EndsWith("soon.", StringComparison.Ordinal))
    {
        page = await visitor.OpenAsync(page.Address.AbsolutePath);
    }

    return page;
}

static Seen Say(string when, Seen page)
{
    Console.WriteLine($"{when, -31} {page.Text}");
    return page;
}
