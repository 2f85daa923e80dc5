using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LoyaltyShop.Pages;

internal sealed class SignInModel(Loyalty loyalty) : PageModel
{
    public IEnumerable<string> Customers => loyalty.Customers;

    public async Task<IActionResult> OnPostAsync(string customer)
    {
        if (!Customers.Contains(customer, StringComparer.Ordinal))
        {
            return NotFound();
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, customer)], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return RedirectToPage("/Index");
    }
}
