using System.Globalization;

namespace GiftCardSdk.Model.Tests;

/// <summary>The orders of a run.</summary>
internal static class Orders
{
    public const string Account = "test";

    private static readonly string[] Names =
    [
        .. Enumerable.Range(0, Drawing.References).Select(number => string.Create(CultureInfo.InvariantCulture, $"order-{number}")),
    ];

    public static OrderReference ReferenceOf(int number) => Names[number];

    public static int NumberOf(OrderReference reference) => Array.IndexOf(Names, reference.Value);

    public static OrderRequest Request(OrderReference reference, Content content) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(content == Content.A ? 25 : 20, "EUR") }],
            Delivery = Delivery.Returned,
        };

    public static Content ContentOf(Money faceValue) => faceValue.Amount == 25 ? Content.A : Content.B;

    public static OrderIdentity IdentityOf(OrderReference reference) =>
        new("in-memory", GiftCardEnvironment.Sandbox, Account, OrderIdentity.PlaceOrder, reference);
}
