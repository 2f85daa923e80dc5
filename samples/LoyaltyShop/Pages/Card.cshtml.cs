using GiftCardSdk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LoyaltyShop.Pages;

internal sealed class CardModel(Cards cards, Loyalty loyalty) : PageModel
{
    public Wish Wish { get; private set; } = null!;

    /// <summary>The card, in the one answer that shows it.</summary>
    public Reward? Shown { get; private set; }

    public bool IsOnItsWay { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await OpenAsync(id, isToBeShown: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) =>
        await OpenAsync(id, isToBeShown: true, cancellationToken);

    private async Task<IActionResult> OpenAsync(string id, bool isToBeShown, CancellationToken cancellationToken)
    {
        if (loyalty.Find(id, Shop.NameOf(User)) is not { } wish)
        {
            return NotFound();
        }

        var card = wish.ShownAt is null ? await cards.FindAsync(wish, cancellationToken) : null;
        // Read first and marked then: a provider that is away must not use up the one time.
        Shown = isToBeShown && card is not null && loyalty.TryShow(id) ? card : null;
        Wish = loyalty.Find(id, wish.Customer)!;
        IsOnItsWay = card is null && Wish is { ShownAt: null, State: not WishState.Refused };
        return Page();
    }
}
