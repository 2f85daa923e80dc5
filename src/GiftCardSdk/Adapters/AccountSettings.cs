using Microsoft.Extensions.Options;

namespace GiftCardSdk.Adapters;

/// <summary>
/// The options of one account as its adapter uses them: what was set when the account was made, and what is read anew for every attempt, such as
/// credentials. Those of another environment or host never go to this one.
/// </summary>
/// <typeparam name="TOptions">The adapter's options.</typeparam>
public abstract class AccountSettings<TOptions>
    where TOptions : class
{
    private readonly string _provider;
    private readonly string _providerName;
    private readonly Func<TOptions> _read;
    private readonly Func<TOptions, (GiftCardEnvironment Environment, Uri? Address)> _home;

    /// <summary>Reads the options for the first time.</summary>
    /// <param name="accountName">The name of the account.</param>
    /// <param name="provider">The provider, in small letters.</param>
    /// <param name="providerName">The provider as people write its name.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    /// <param name="home">Where an account of these options lives.</param>
    /// <exception cref="OptionsValidationException">The options are not right.</exception>
    protected AccountSettings(
        string accountName,
        string provider,
        string providerName,
        Func<TOptions> read,
        Func<TOptions, (GiftCardEnvironment Environment, Uri? Address)> home
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(home);
        AccountName = accountName;
        _provider = provider;
        _providerName = providerName;
        _read = read;
        _home = home;
        Initial = read();
    }

    /// <summary>The name of the account.</summary>
    public string AccountName { get; }

    /// <summary>The options as they were when the account was made, valid.</summary>
    public TOptions Initial { get; }

    /// <summary>The options as they are now.</summary>
    /// <returns>The options, valid, and of the same environment and host as those the account was made of.</returns>
    /// <exception cref="GiftCardException">They cannot be read or are not right any more, or the account has moved to another environment or host.</exception>
    public TOptions ReadNow()
    {
        var current = Read();
        var (was, now) = (_home(Initial), _home(current));
        return now == was
            ? current
            : throw Refuse(
                GiftCardErrorCode.Unauthorized,
                $"GiftCards account '{AccountName}' ({_providerName}): Environment or BaseAddress changed while running ({was.Environment} to {now.Environment}). Restart the application, or add the other environment as an account of its own."
            );
    }

    /// <summary>An exception for what is refused here, before anything is sent.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="message">What is wrong, and what would be right.</param>
    /// <param name="operation">The operation; null if none was begun.</param>
    /// <param name="outcome">What may have been left behind: nothing was sent, so <see cref="GiftCardOutcome.NothingCreated"/> where an order is refused.</param>
    /// <returns>The exception, to be thrown.</returns>
    public GiftCardException Refuse(
        GiftCardErrorCode code,
        string message,
        string? operation = null,
        GiftCardOutcome outcome = GiftCardOutcome.NotAnOrder
    ) => Failure(message, code, outcome, operation);

    /// <summary>An exception for an answer that cannot be right.</summary>
    /// <param name="message">What is odd about it; nothing secret.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="outcome">What may have been left behind; nothing, unless the call moves money.</param>
    /// <param name="httpStatus">The status that it came with; null if what is odd is not about one answer.</param>
    /// <returns>The exception, to be thrown.</returns>
    public GiftCardException Unexpected(
        string message,
        string operation,
        GiftCardOutcome outcome = GiftCardOutcome.NotAnOrder,
        int? httpStatus = null
    ) => Failure(message, GiftCardErrorCode.UnexpectedResponse, outcome, operation, httpStatus);

    private GiftCardException Failure(
        string message,
        GiftCardErrorCode code,
        GiftCardOutcome outcome,
        string? operation,
        int? httpStatus = null
    ) =>
        new(message, code, outcome)
        {
            Provider = _provider,
            Account = AccountName,
            Operation = operation,
            HttpStatus = httpStatus,
        };

    private TOptions Read()
    {
        try
        {
            return _read();
        }
        catch (OptionsValidationException mistake)
        {
            throw Refuse(GiftCardErrorCode.Unauthorized, mistake.Message);
        }
        catch (Exception failure) when (failure is not GiftCardException)
        {
            // Its words are a stranger's, and may quote the very setting.
            throw Refuse(
                GiftCardErrorCode.Unauthorized,
                $"GiftCards account '{AccountName}' ({_providerName}): its options cannot be read any more; reading them ended in {failure.GetType().Name}."
            );
        }
    }
}
