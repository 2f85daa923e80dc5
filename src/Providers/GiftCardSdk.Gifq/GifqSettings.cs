using Microsoft.Extensions.Options;

namespace GiftCardSdk.Gifq;

/// <summary>The options of one account: what was set when it was made, and the tokens, which are read anew for every attempt.</summary>
internal sealed class GifqSettings
{
    private readonly Func<GifqOptions> _read;

    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GifqSettings(string accountName, Func<GifqOptions> read)
    {
        AccountName = accountName;
        _read = read;
        Initial = read();
        Assumptions = Initial.WireAssumptions;
    }

    public string AccountName { get; }

    /// <summary>The options as they were when the account was made, valid.</summary>
    public GifqOptions Initial { get; }

    public GifqWireAssumptions Assumptions { get; }

    /// <summary>The tokens as they are now, the preferred one first. Those of another environment or host must not go to this one.</summary>
    public IReadOnlyList<string> Tokens()
    {
        var current = Read();
        return current.Environment == Initial.Environment && current.Address == Initial.Address
            ? [current.ApiToken ?? "", current.SecondaryApiToken ?? ""]
            : throw Refuse(
                GiftCardErrorCode.Unauthorized,
                $"GiftCards account '{AccountName}' (GIFQ): Environment or BaseAddress changed while running ({Initial.Environment} to {current.Environment}). Restart the application, or add the other environment as an account of its own."
            );
    }

    /// <summary>An exception for what is refused here, before anything is sent.</summary>
    public GiftCardException Refuse(GiftCardErrorCode code, string message, string? operation = null) =>
        new(message, code, GiftCardOutcome.NothingCreated)
        {
            Provider = GifqDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    /// <summary>An exception for an answer to a read that cannot be right.</summary>
    public GiftCardException Unexpected(string message, string operation) =>
        new(message, GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NotAnOrder)
        {
            Provider = GifqDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    private GifqOptions Read()
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
