using Microsoft.Extensions.Options;

namespace GiftCardSdk.Giftronaut;

/// <summary>The options of one account: what was set when it was made, and what is read anew for every token (the credentials).</summary>
internal sealed class GiftronautSettings
{
    private readonly Func<GiftronautOptions> _read;

    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GiftronautSettings(string accountName, Func<GiftronautOptions> read)
    {
        AccountName = accountName;
        _read = read;
        Initial = read();
        Assumptions = Initial.WireAssumptions;
        Statuses = new GiftronautStatuses(Assumptions);
    }

    public string AccountName { get; }

    /// <summary>The options as they were when the account was made, valid.</summary>
    public GiftronautOptions Initial { get; }

    public GiftronautWireAssumptions Assumptions { get; }

    public GiftronautStatuses Statuses { get; }

    /// <summary>The options as they are now. Moved to another environment or host they are of no use: their credentials must not go to this one.</summary>
    public GiftronautOptions Current
    {
        get
        {
            var current = Read();
            return current.Environment == Initial.Environment && current.Address == Initial.Address
                ? current
                : throw Refuse(
                    GiftCardErrorCode.Unauthorized,
                    $"GiftCards account '{AccountName}' (Giftronaut): Environment or BaseAddress changed while running ({Initial.Environment} to {current.Environment}). Restart the application, or add the other environment as an account of its own."
                );
        }
    }

    /// <summary>An exception for what is refused here, before anything is sent.</summary>
    public GiftCardException Refuse(GiftCardErrorCode code, string message, string? operation = null) =>
        new(message, code, GiftCardOutcome.NothingCreated)
        {
            Provider = GiftronautDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    /// <summary>An exception for an answer that cannot be right, to a call that bought nothing.</summary>
    public GiftCardException Unexpected(string message, string operation) =>
        new(message, GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NotAnOrder)
        {
            Provider = GiftronautDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    private GiftronautOptions Read()
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
