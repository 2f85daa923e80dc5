using System.Collections;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>No record of the wire prints a recipient, a text or a link.</summary>
public sealed class PrintingTests
{
    /// <summary>Members of the wire that say who, what was written, or where the card is.</summary>
    private static readonly HashSet<string> Confidential = new(StringComparer.Ordinal)
    {
        "Email",
        "FirstName",
        "LastName",
        "Message",
        "Subject",
        "Username",
        "DisplayName",
        "RecipientEmail",
        "RecipientName",
        "Link",
        "ShortLink",
        "GiftLink",
        "ManagementDashboardLink",
        "Address",
        "LandingPageMessage",
        "ApiToken",
        "SecondaryApiToken",
    };

    public static TheoryData<Type> Models =>
        [
            .. typeof(IGiftbitApi)
                .Assembly.GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && !type.IsSubclassOf(typeof(Exception))),
        ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_prints_none_of_its_confidential_members(Type model)
    {
        $"{Filled(model)}".ShouldNotContain("canary");
    }

    [Fact]
    public void Each_confidential_member_is_one_that_a_model_has() =>
        Confidential.ShouldAllBe(name => Models.Any(model => model.Data.GetProperty(name) != null));

    [Fact]
    public async Task Texts_and_secrets_go_out_as_they_are_and_come_back_as_they_were()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.OneGift(gift => gift["shortlink"] = "http://sl.example/Qa71xZ"));

        var gift = (await accounts.Api.GetGiftAsync("u-1")).Gift.ShouldNotBeNull();

        gift.ShortLink!.Reveal().ShouldBe("http://sl.example/Qa71xZ");
        gift.ToString().ShouldNotContain("http");
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
        : type == typeof(Secret) ? new Secret($"canary-{name}")
        : type.Assembly == typeof(IGiftbitApi).Assembly && type.IsClass ? Filled(type)
        : type == typeof(IReadOnlyList<Secret>) ? new[] { new Secret($"canary-{name}") }
        : type == typeof(IReadOnlyList<GiftbitContact>) ? new[] { new GiftbitContact { Email = "canary@mail.example" } }
        : type == typeof(IReadOnlyList<GiftbitContactResult>) ? new[] { new GiftbitContactResult { Email = "canary@mail.example" } }
        : type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type)
        : typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
            ? Array.CreateInstance(type.GetGenericArguments()[^1], 0) is var empty && type.IsInstanceOfType(empty) ? empty
                : null
        : null;
}
