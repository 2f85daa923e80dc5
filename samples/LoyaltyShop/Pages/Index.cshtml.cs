using GiftCardSdk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LoyaltyShop.Pages;

internal sealed class IndexModel(Cards cards, Loyalty loyalty) : PageModel
{
    public int Points { get; private set; }

    public IReadOnlyList<(Product Product, Money[] Values)> Products { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Points = loyalty.PointsOf(Shop.NameOf(User));
        Products = await cards.ListAsync(cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>The form says what is wanted; what is sold, and for how many points, is looked up.</summary>
    public async Task<IActionResult> OnPostAsync(string wish, string product, string value, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(wish, "N", out var id) || !Money.TryParse(value, out var money))
        {
            return BadRequest();
        }

        var isSold = await cards
            .ListAsync(cancellationToken)
            .AnyAsync(row => row.Product.Id == product && row.Values.Contains(money), cancellationToken);
        var wanted = new Wish(id.ToString("N"), Shop.NameOf(User), product, money);
        // To a page that can be loaded again without asking for another card.
        return isSold && loyalty.TryKeep(wanted) ? RedirectToPage("/Card", new { id = wanted.Id }) : RedirectToPage("/Index");
    }
}
