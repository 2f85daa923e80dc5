namespace GiftCardSdk.Adapters.Internal;

/// <summary>Takes accounts while the application runs.</summary>
internal interface IAccountRegistry
{
    /// <summary>The account of a registration's name, made on the first call.</summary>
    IGiftCardAccount GetOrAddAccount(AccountRegistration registration);
}
