using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Catalog;

/// <summary>What the cache of catalogs has to say.</summary>
internal static partial class CatalogLog
{
    [LoggerMessage(
        EventId = 1020,
        Level = LogLevel.Warning,
        Message = "The catalog of account {Account} is old and could not be read anew; who asks next tries again."
    )]
    public static partial void NotRefreshed(ILogger logger, string account, Exception failure);

    [LoggerMessage(
        EventId = 1021,
        Level = LogLevel.Warning,
        Message = "What is kept of the catalog of account {Account} could not be forgotten: the cache cannot be reached."
    )]
    public static partial void NotForgotten(ILogger logger, string account, Exception failure);

    [LoggerMessage(
        EventId = 1022,
        Level = LogLevel.Information,
        Message = "Product {ProductId} is not as it was kept in the catalog of account {Account}; still sold: {IsSold}."
    )]
    public static partial void Replaced(ILogger logger, string productId, string account, bool isSold);
}
