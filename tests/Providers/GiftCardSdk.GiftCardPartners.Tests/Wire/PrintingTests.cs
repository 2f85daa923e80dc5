using System.Collections;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>What the models print is safe to log: no name, no address, no text of a sender's, no card and no credential.</summary>
public sealed class PrintingTests
{
    /// <summary>Members that hold a person, a text of a sender's or a credential, or where the card is.</summary>
    private static readonly HashSet<string> Confidential = new(StringComparer.Ordinal)
    {
        "Email",
        "Sms",
        "To",
        "FromName",
        "FromEmail",
        "Message",
        "Note",
        "AddressLine1",
        "AddressLine2",
        "City",
        "Zip",
        "FulfillmentComplete",
        "AccessToken",
        "SecondaryAccessToken",
        "ClaimLink",
        "ClaimLinkChallengeAnswer",
        "BarcodePath",
        "Value",
    };

    public static TheoryData<Type> Models =>
        [
            .. typeof(IGiftCardPartnersApi)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && !type.IsSubclassOf(typeof(Exception))
                ),
        ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_prints_none_of_its_confidential_members(Type model) => $"{Filled(model)}".ShouldNotContain("canary");

    [Fact]
    public void Each_confidential_member_is_one_that_a_model_has() =>
        Confidential.ShouldAllBe(name => Models.Any(model => model.Data.GetProperty(name) != null));

    [Fact]
    public void A_page_prints_its_figures_alone()
    {
        var page = new GiftCardPartnersPage<GiftCardPartnersOrder>
        {
            Data = [new() { Id = "canary" }],
            Page = 1,
            PageSize = 50,
            TotalCount = 7,
        };

        page.ToString().ShouldBe("GiftCardPartnersPage { Rows = 1, Page = 1, PageSize = 50, TotalCount = 7 }");
    }

    private static object Filled(Type model)
    {
        var value = RuntimeHelpers.GetUninitializedObject(model);
        foreach (var property in model.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(value, Canary(property.PropertyType, property.Name));
        }

        return value;
    }

    private static object? Canary(Type type, string name) =>
        type == typeof(string) && Confidential.Contains(name) ? $"canary-{name}"
        : type == typeof(Uri) && Confidential.Contains(name) ? new Uri($"https://canary.example/{name}")
        : type == typeof(Secret) ? new Secret($"canary-{name}")
        : type.Assembly == typeof(IGiftCardPartnersApi).Assembly && type.IsClass ? Filled(type)
        : type == typeof(IReadOnlyList<GiftCardPartnersNewLine>)
            ? new[] { (GiftCardPartnersNewLine)Filled(typeof(GiftCardPartnersNewLine)) }
        : type == typeof(IReadOnlyList<GiftCardPartnersOrderLine?>)
            ? new[] { (GiftCardPartnersOrderLine)Filled(typeof(GiftCardPartnersOrderLine)) }
        : type == typeof(IReadOnlyList<GiftCardPartnersClaim?>) ? new[] { (GiftCardPartnersClaim)Filled(typeof(GiftCardPartnersClaim)) }
        : type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type)
        : typeof(IEnumerable).IsAssignableFrom(type) && type is { IsGenericType: true, IsInterface: true }
            ? Array.CreateInstance(type.GetGenericArguments()[^1], 0) is var empty && type.IsInstanceOfType(empty) ? empty
                : null
        : null;
}
