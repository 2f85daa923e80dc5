using System.Globalization;
using System.Text.Json;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// What the attributes of <see cref="IGiftronautApi"/> cannot say: paths and names that an account may know better, where a key goes, arguments that
/// cannot be right, the form of a token call, and what a status adds.
/// </summary>
internal sealed class GiftronautRules(GiftronautSettings settings, WireJson json, ProviderHttpClient tokens) : ApiRules
{
    public const string KeyHeader = "X-Idempotency-Key";

    private const string Prefix = "api/v1/";
    private const int LongestKey = 64;

    private readonly GiftronautWireAssumptions _assumptions = settings.Assumptions;
    private readonly GiftronautKeyPlacement _placement = settings.Initial.KeyPlacement;

    private readonly GiftronautSpelling _brandedCardOrders = new(
        Prefix + settings.Assumptions.BrandedCardOrderPath,
        Prefixed(settings.Assumptions.OtherBrandedCardOrderPath)
    );

    private readonly GiftronautSpelling _choiceCardOrders = new(
        Prefix + settings.Assumptions.ChoiceCardOrderPath,
        Prefixed(settings.Assumptions.OtherChoiceCardOrderPath)
    );

    protected override void Prepare(ApiCall apiCall)
    {
        var query = apiCall.ArgumentOf<IGiftronautPaged>();
        CheckPage(query?.Page, nameof(query));
        CheckPageSize(query?.PageSize, GiftronautPageQuery.MaxPageSize, nameof(query.PageSize), nameof(query));
        switch (apiCall.Content)
        {
            case GiftronautNewOrder order:
                PlaceKey(apiCall, key => order with { IdempotencyKey = key });
                break;
            case GiftronautNewRewardLinks links:
                PlaceKey(apiCall, key => links with { IdempotencyKey = key });
                break;
            case GiftronautCampaignRun run:
                PlaceKey(apiCall, key => run with { IdempotencyKey = key });
                break;
            case GiftronautTopUp topUp:
                Check(KeyOf(apiCall));
                Check(topUp);
                break;
        }

        Direct(apiCall);
    }

    protected override object? Conclude(ApiCall apiCall, ProviderResponse<object> answer) =>
        answer.Body switch
        {
            // 201 is a new order, 200 an earlier one.
            GiftronautReply<GiftronautOrder> order when apiCall.Operation.MovesMoney => order.Value with
            {
                WasReplayed = answer.Status == 200,
            },
            IGiftronautReply reply => reply.Value,
            ProviderDocument document => OrderOrNull(document),
            _ => answer.Body,
        };

    protected override void Failed(ApiCall apiCall, GiftCardException failure)
    {
        if (GiftronautErrors.MayBeNoSuchPath(failure))
        {
            _brandedCardOrders.Turn(apiCall.Path);
            _choiceCardOrders.Turn(apiCall.Path);
        }
    }

    protected override bool TriesAgain(ApiCall apiCall, GiftCardException failure)
    {
        if (
            apiCall.MethodName != nameof(IGiftronautApi.CreateTokenAsync)
            || failure.Code != GiftCardErrorCode.Unauthorized
            || settings.ReadNow() is not { SecondaryClientSecret: { Length: > 0 } } current
        )
        {
            return false;
        }

        apiCall.Body = FormOf(apiCall, current, isSecond: true);
        return true;
    }

    /// <summary>Paths and names as the account has them.</summary>
    private void Direct(ApiCall apiCall)
    {
        switch (apiCall.MethodName)
        {
            case nameof(IGiftronautApi.CreateTokenAsync):
                apiCall.Http = tokens;
                apiCall.Body = FormOf(apiCall, settings.ReadNow(), isSecond: false);
                break;
            case nameof(IGiftronautApi.OrderBrandedCardsAsync):
                apiCall.Path = _brandedCardOrders.Path;
                break;
            case nameof(IGiftronautApi.OrderChoiceCardsAsync):
                apiCall.Path = _choiceCardOrders.Path;
                break;
            case nameof(IGiftronautApi.ListOrdersAsync):
                Check(apiCall.ArgumentOf<GiftronautOrderQuery>());
                apiCall.RenameQuery(GiftronautOrderQuery.ClientOrderIdName, _assumptions.ClientOrderIdParameter ?? "");
                break;
            case nameof(IGiftronautApi.ListLedgerAsync):
                apiCall.RenameQuery(GiftronautLedgerQuery.TypeName, _assumptions.LedgerTypeParameter);
                break;
            case nameof(IGiftronautApi.CancelOrderAsync):
                Change(apiCall, _assumptions.CancelOrderPath);
                break;
            case nameof(IGiftronautApi.ResendOrderAsync):
                Change(apiCall, _assumptions.ResendOrderPath);
                break;
            case nameof(IGiftronautApi.SendTestEmailAsync):
                Change(apiCall, _assumptions.TestEmailPath);
                break;
        }
    }

    private void PlaceKey<T>(ApiCall apiCall, Func<string, T> withKey)
    {
        var key = KeyOf(apiCall);
        Check(key);
        if (_placement != GiftronautKeyPlacement.Header)
        {
            apiCall.Body = ProviderBody.Json(withKey(key), json.Of<T>());
        }

        if (_placement == GiftronautKeyPlacement.Body)
        {
            apiCall.SetHeader(KeyHeader, null);
        }
    }

    /// <summary>What has no reference of its own carries a key anyway, which does no harm: a proxy that repeats it cannot have it done twice.</summary>
    private static void Change(ApiCall apiCall, string path)
    {
        apiCall.Path = Prefix + path.Replace(GiftronautWireAssumptions.Id, "{orderId}", StringComparison.Ordinal);
        apiCall.SetHeader(KeyHeader, Guid.NewGuid().ToString());
    }

    /// <summary>Any 2xx has said it all: a body that is missing or no order takes nothing of that back.</summary>
    private GiftronautOrder? OrderOrNull(ProviderDocument document)
    {
        try
        {
            return WireReader.Read(document.Bytes.Span, json.Of<GiftronautReply<GiftronautOrder>>(), new())?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Prefixed(string? path) => path is null ? null : Prefix + path;

    private static string KeyOf(ApiCall apiCall) => apiCall.Argument<string>("idempotencyKey")!;

    private static ProviderBody FormOf(ApiCall apiCall, GiftronautOptions current, bool isSecond) =>
        GiftronautForm.Of(
            current,
            isSecond ? current.SecondaryClientSecret : current.ClientSecret,
            apiCall.Argument<string>("furtherScope")!
        );

    /// <summary>A key is never cut: two that differ at their end would become one.</summary>
    private static void Check(string idempotencyKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idempotencyKey);
        if (idempotencyKey.Length > LongestKey || !idempotencyKey.All(letter => letter is > ' ' and < '\x7f'))
        {
            throw new ArgumentException(
                $"The idempotency key has {idempotencyKey.Length} characters; 1 to {LongestKey} are expected, visible ones of ASCII.",
                nameof(idempotencyKey)
            );
        }
    }

    private static void Check(GiftronautTopUp topUp)
    {
        if (topUp.Amount < GiftronautTopUp.MinAmount || !decimal.IsInteger(topUp.Amount))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Amount: {topUp.Amount} was given; whole US dollars are expected, at least {GiftronautTopUp.MinAmount}."
                ),
                nameof(topUp)
            );
        }
    }

    private void Check(GiftronautOrderQuery? query)
    {
        if (query?.ClientOrderId is not null && _assumptions.ClientOrderIdParameter is null)
        {
            throw new ArgumentException(
                "ClientOrderId: WireAssumptions.ClientOrderIdParameter is null, so orders are not looked up by their key.",
                nameof(query)
            );
        }
    }
}
