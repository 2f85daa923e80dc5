using GiftCardSdk.Sandbox.GiftCardPartners.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>What the account has, and the lists it orders from.</summary>
internal sealed class GiftCardPartnersAccountOperations(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersDeposits deposits,
    GiftCardPartnersAnswers answers
)
{
    public SandboxAnswer Balance(SandboxCall call)
    {
        var available = deposits.AvailableIn(options.AccountCurrency);
        var pending = deposits.PendingIn(options.AccountCurrency);
        var currency = options.ShowBalanceCurrency ? options.AccountCurrency : null;
        return options.SuffixedBalanceNames
            ? answers.Ok(new SuffixedBalanceReply(available, pending, currency), json => json.SuffixedBalanceReply)
            : answers.Ok(new BalanceReply(available, pending, currency), json => json.BalanceReply);
    }

    public SandboxAnswer ShippingMethods(SandboxCall call) =>
        answers.List(
            options.LookupLists,
            Whole(GiftCardPartnersLookups.ShippingMethods),
            json => json.PagedShippingMethods,
            json => json.ShippingMethodArray
        );

    public SandboxAnswer Carriers(SandboxCall call) =>
        answers.List(options.LookupLists, Whole(GiftCardPartnersLookups.Carriers), json => json.PagedCarriers, json => json.CarrierArray);

    public SandboxAnswer Brandings(SandboxCall call) =>
        answers.List(
            options.LookupLists,
            Whole(GiftCardPartnersLookups.Brandings),
            json => json.PagedBrandings,
            json => json.BrandingArray
        );

    public SandboxAnswer Departments(SandboxCall call) =>
        answers.List(
            options.LookupLists,
            Whole(GiftCardPartnersLookups.Departments),
            json => json.PagedDepartments,
            json => json.DepartmentArray
        );

    public SandboxAnswer Status(SandboxCall call) =>
        options.StatusOperationExists
            ? answers.Ok(new StatusReply("Ok"), json => json.StatusReply)
            : answers.Refuse(new GiftCardPartnersRefusal(StatusCodes.Status404NotFound, "There is no such operation."));

    private Paged<T> Whole<T>(IReadOnlyList<T> rows) => new(options.FirstPageIndex, rows.Count, rows.Count, rows);
}
