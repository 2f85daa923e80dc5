using Microsoft.Extensions.Options;

namespace GiftCardSdk.Giftbit;

/// <summary>
/// The options of one account: what was set when it was made, and what is read anew for every call (tokens, the simulated limit).
/// </summary>
internal sealed class GiftbitSettings
{
    private readonly Func<GiftbitOptions> _read;

    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GiftbitSettings(string accountName, Func<GiftbitOptions> read)
    {
        AccountName = accountName;
        _read = read;
        Initial = read();
        Assumptions = Initial.WireAssumptions;
        Time = new GiftbitTime(GiftbitTime.FindZone(Assumptions.TimeZoneId) ?? TimeZoneInfo.Utc);
    }

    public string AccountName { get; }

    /// <summary>The options as they were when the account was made, valid.</summary>
    public GiftbitOptions Initial { get; }

    public GiftbitWireAssumptions Assumptions { get; }

    public GiftbitTime Time { get; }

    /// <summary>The options as they are now. Moved to another environment or host they are of no use: its token must not go to this one.</summary>
    public GiftbitOptions Current
    {
        get
        {
            var current = Read();
            return current.Environment == Initial.Environment && current.Address == Initial.Address
                ? current
                : throw Refuse(
                    GiftCardErrorCode.Unauthorized,
                    $"GiftCards account '{AccountName}' (Giftbit): Environment or BaseAddress changed while running ({Initial.Environment} to {current.Environment}). Restart the application, or add the other environment as an account of its own."
                );
        }
    }

    /// <summary>The tokens as they are now, the preferred one first.</summary>
    public IReadOnlyList<string> Tokens()
    {
        var current = Current;
        return [current.ApiToken ?? "", current.SecondaryApiToken ?? ""];
    }

    /// <summary>Whether a call asks for the simulated limit.</summary>
    public bool SimulatesRateLimit(GiftbitCallOptions? call)
    {
        if (call is { SimulateRateLimit: true } && Initial.Environment == GiftCardEnvironment.Production)
        {
            throw new ArgumentException(
                $"SimulateRateLimit: the account '{AccountName}' is a production account, and Giftbit simulates its limit in the sandbox only.",
                nameof(call)
            );
        }

        return call is { SimulateRateLimit: true } || Current.SimulateRateLimit;
    }

    /// <summary>An exception for what is refused here, before anything is sent.</summary>
    public GiftCardException Refuse(GiftCardErrorCode code, string message, string? operation = null) =>
        new(message, code, GiftCardOutcome.NothingCreated)
        {
            Provider = GiftbitDefaults.Provider,
            Account = AccountName,
            Operation = operation,
        };

    private GiftbitOptions Read()
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
