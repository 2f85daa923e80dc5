using Microsoft.Extensions.Options;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The options of one account: what was set when it was made, and what is read anew for every token (the credentials).</summary>
internal sealed class GiftCardPartnersSettings
{
    private readonly Func<GiftCardPartnersOptions> _read;

    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GiftCardPartnersSettings(string accountName, Func<GiftCardPartnersOptions> read)
    {
        AccountName = accountName;
        _read = read;
        Initial = read();
        Assumptions = Initial.WireAssumptions;
        Statuses = new GiftCardPartnersStatuses(Assumptions);
    }

    public string AccountName { get; }

    /// <summary>The options as they were when the account was made, valid.</summary>
    public GiftCardPartnersOptions Initial { get; }

    public GiftCardPartnersWireAssumptions Assumptions { get; }

    public GiftCardPartnersStatuses Statuses { get; }

    /// <summary>The options as they are now. Moved to another environment or host they are of no use: their credentials must not go to this one.</summary>
    public GiftCardPartnersOptions Current
    {
        get
        {
            var current = Read();
            return current.Environment == Initial.Environment && current.BaseAddress == Initial.BaseAddress
                ? current
                : throw Refuse(
                    GiftCardErrorCode.Unauthorized,
                    $"GiftCards account '{AccountName}' (Gift Card Partners): Environment or BaseAddress changed while running ({Initial.Environment} to {current.Environment}). Restart the application, or add the other environment as an account of its own."
                );
        }
    }

    /// <summary>An exception for what is refused here, before anything is sent.</summary>
    public GiftCardException Refuse(GiftCardErrorCode code, string message, string? operation = null) =>
        new(message, code, GiftCardOutcome.NothingCreated)
        {
            Provider = GiftCardPartnersDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    /// <summary>An exception for an answer that is against what was asked.</summary>
    public GiftCardException Unexpected(string message, GiftCardOutcome outcome, string operation) =>
        new(message, GiftCardErrorCode.UnexpectedResponse, outcome)
        {
            Provider = GiftCardPartnersDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    private GiftCardPartnersOptions Read()
    {
        try
        {
            return _read();
        }
        catch (OptionsValidationException mistake)
        {
            throw Refuse(GiftCardErrorCode.Unauthorized, mistake.Message);
        }
    }
}
