using System.Globalization;
using System.Text;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>What the made-up provider's attributes cannot say.</summary>
internal sealed class ShopRules : ApiRules
{
    /// <summary>Where lists of names lie; the other spelling is used once the first is not there.</summary>
    public string NamesPath { get; private set; } = "names";

    /// <summary>What the shop calls its stock.</summary>
    public string NameOfStock { get; init; } = "in stock";

    /// <summary>The form that is sent once what was sent first is refused; null for none.</summary>
    public string? SecondForm { get; init; }

    protected internal override void Prepare(ApiCall apiCall)
    {
        Check(apiCall.ArgumentOf<ShopQuery>());
        apiCall.RenameQuery("in stock", NameOfStock);
        if (apiCall.MethodName == nameof(IShopApi.GetNamesAsync))
        {
            apiCall.Path = NamesPath;
            apiCall.Query = ProviderPath.WithQuery("", ("sort", "up & down"));
            apiCall.SetHeader("X-Mood", apiCall.Argument<ShopMood?>("mood")?.ToString());
        }

        if (apiCall.Content is Thing { Name: "form" })
        {
            apiCall.Operation = apiCall.Operation with { Method = HttpMethod.Patch };
            apiCall.Body = ProviderBody.Of("a=1"u8.ToArray(), "application/x-www-form-urlencoded");
            apiCall.SetHeader("X-Key", null);
        }
    }

    protected internal override string? QueryText(object value) =>
        value is DateTimeOffset time ? time.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : null;

    protected internal override object? Conclude(ApiCall apiCall, ProviderResponse<object> answer) =>
        apiCall.MethodName != nameof(IShopApi.GetNamesAsync) ? answer.Body
        : answer.Status == 202 ? null
        : (string?[])[((Thing)answer.Body).Name, answer.Header("X-Page")];

    protected internal override void Failed(ApiCall apiCall, GiftCardException failure)
    {
        if (failure.HttpStatus == 404)
        {
            NamesPath = "nouns";
        }
    }

    protected internal override bool TriesAgain(ApiCall apiCall, GiftCardException failure)
    {
        apiCall.Body = SecondForm is null ? null : ProviderBody.Of(Encoding.UTF8.GetBytes(SecondForm), "application/x-www-form-urlencoded");
        return SecondForm is not null;
    }

    private static void Check(ShopQuery? query)
    {
        CheckPageSize(query?.PageSize, null, nameof(query.PageSize), nameof(query));
    }
}
