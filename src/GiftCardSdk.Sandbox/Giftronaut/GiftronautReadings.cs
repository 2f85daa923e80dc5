namespace GiftCardSdk.Sandbox;

/// <summary>Whether a reply is the object itself or stands in a <c>data</c> member. Giftronaut's pages show both.</summary>
public enum GiftronautEnvelope
{
    /// <summary>Orders bare; catalog, balance and lists in <c>data</c>: as the pages show them.</summary>
    AsDocumented,

    /// <summary>Everything bare; a list is an array at the root, without figures about the page.</summary>
    Bare,

    /// <summary>Everything in <c>data</c>.</summary>
    Wrapped,
}

/// <summary>Where a list says which page it is. No page of Giftronaut's shows it.</summary>
public enum GiftronautPageMetadata
{
    /// <summary><c>page</c>, <c>pageSize</c>, <c>totalCount</c> and <c>totalPages</c> beside <c>data</c>.</summary>
    Root,

    /// <summary>The same in a member <c>pagination</c>.</summary>
    Nested,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>The names of a product's price fields. Giftronaut's pages use two sets.</summary>
public enum GiftronautPriceVocabulary
{
    /// <summary>Products whose id begins with <c>GC-</c> in the older names, all others in the newer.</summary>
    Mixed,

    /// <summary>
    /// <c>faceValueType</c>, <c>denominations</c>, <c>minAmount</c>, <c>maxAmount</c>, as in the quickstart. No country and no step is said,
    /// and a choice card is named by <c>brandName</c>.
    /// </summary>
    FaceValue,

    /// <summary><c>priceType</c>, <c>prices</c>, <c>priceStep</c>, with <c>countryCode</c>; a choice card is named by <c>cardName</c>.</summary>
    Price,
}

/// <summary>The last part of the paths under which cards are ordered. The quickstart and the reference differ.</summary>
public enum GiftronautOrderPaths
{
    /// <summary>Both spellings are served.</summary>
    Both,

    /// <summary>Only <c>branded-card</c> and <c>choice-card</c>; the other is answered 404.</summary>
    Singular,

    /// <summary>Only <c>branded-cards</c> and <c>choice-cards</c>; the other is answered 404.</summary>
    Plural,
}

/// <summary>Where the idempotency key of a request is read. The guides name the header, the reference a body field.</summary>
public enum GiftronautKeySource
{
    /// <summary>Header <c>X-Idempotency-Key</c>, body field <c>idempotencyKey</c>, or both with one value.</summary>
    HeaderOrBody,

    /// <summary>The header alone; the body field means nothing.</summary>
    Header,

    /// <summary>The body field alone; the header means nothing.</summary>
    Body,
}

/// <summary>What a repeat with the same key and body is answered, besides the status 200.</summary>
public enum GiftronautReplay
{
    /// <summary>The body of the first answer, as it was then.</summary>
    Snapshot,

    /// <summary>The order as it stands now.</summary>
    CurrentOrder,
}

/// <summary>What a repeated purchase of reward links is answered.</summary>
public enum GiftronautRewardLinkRepeat
{
    /// <summary>409 with the original order's id, whatever the repeat's body says.</summary>
    ConflictWithId,

    /// <summary>As for the other orders: 200 with the original, 409 for another body.</summary>
    OriginalOrder,
}

/// <summary>The status of <c>PRODUCT_NOT_FOUND</c>. No page of Giftronaut's says it.</summary>
public enum GiftronautUnknownProduct
{
    /// <summary>404.</summary>
    NotFound,

    /// <summary>400.</summary>
    BadRequest,
}

/// <summary>What a resend is answered. No page of Giftronaut's says it.</summary>
public enum GiftronautResendAnswer
{
    /// <summary>200 with the order.</summary>
    Order,

    /// <summary>202 without a body.</summary>
    Accepted,

    /// <summary>204.</summary>
    NoContent,
}
