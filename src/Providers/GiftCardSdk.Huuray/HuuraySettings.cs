using Microsoft.Extensions.Options;

namespace GiftCardSdk.Huuray;

/// <summary>The options of one account: what was set when it was made, and the keys, which are read anew for every attempt.</summary>
internal sealed class HuuraySettings
{
    private readonly Func<HuurayOptions> _read;

    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public HuuraySettings(string accountName, Func<HuurayOptions> read)
    {
        AccountName = accountName;
        _read = read;
        Initial = read();
        Assumptions = Initial.WireAssumptions;
        Money = new HuurayMoney(Assumptions);
    }

    public string AccountName { get; }

    /// <summary>The options as they were when the account was made, valid.</summary>
    public HuurayOptions Initial { get; }

    public HuurayWireAssumptions Assumptions { get; }

    public HuurayMoney Money { get; }

    /// <summary>The options as they are now. Keys of another environment or host must not go to this one.</summary>
    public HuurayOptions Current
    {
        get
        {
            var current = Read();
            return current.Environment == Initial.Environment && current.Address == Initial.Address
                ? current
                : throw Refuse(
                    GiftCardErrorCode.Unauthorized,
                    $"GiftCards account '{AccountName}' (Huuray): Environment or BaseAddress changed while running ({Initial.Environment} to {current.Environment}). Restart the application, or add the other environment as an account of its own."
                );
        }
    }

    /// <summary>An exception for what is refused here, before anything is sent.</summary>
    public GiftCardException Refuse(GiftCardErrorCode code, string message, string? operation = null) =>
        new(message, code, GiftCardOutcome.NothingCreated)
        {
            Provider = HuurayDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    /// <summary>An exception for an answer that cannot be right, to a call that buys nothing.</summary>
    public GiftCardException Unexpected(string message, string operation) =>
        new(message, GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NotAnOrder)
        {
            Provider = HuurayDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    private HuurayOptions Read()
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
