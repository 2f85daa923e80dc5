using System.Text.Json;

namespace GiftCardSdk.Abstractions.Tests;

/// <summary>Words that may grow: an unknown one never throws and stays readable.</summary>
public sealed class OpenSetTests
{
    [Fact]
    public void Order_statuses_are_an_open_set() => Check(OrderStatus.Pending, "pending");

    [Fact]
    public void Delivery_states_are_an_open_set() => Check(DeliveryState.Suppressed, "suppressed");

    [Fact]
    public void Redemption_states_are_an_open_set() => Check(RedemptionState.Redeemed, "redeemed");

    [Fact]
    public void Product_kinds_are_an_open_set() => Check(ProductKind.Choice, "choice");

    [Fact]
    public void Only_three_words_are_final()
    {
        OrderStatus[] final = [OrderStatus.Completed, OrderStatus.Failed, OrderStatus.Cancelled];

        final.ShouldAllBe(status => status.IsFinal);
        new[] { OrderStatus.Pending, OrderStatus.AwaitingFunds, OrderStatus.Scheduled, new("half-done"), default }.ShouldAllBe(status =>
            !status.IsFinal
        );
    }

    [Theory]
    [InlineData("\"COMPLETED\"", "COMPLETED")]
    [InlineData("\"half-done\"", "half-done")]
    [InlineData("\"\"", "unknown")]
    [InlineData("null", "unknown")]
    public void Json_carries_any_word(string json, string word) =>
        JsonSerializer.Deserialize(json, TestJson.Default.OrderStatus).Value.ShouldBe(word);

    [Fact]
    public void Json_keeps_the_word_as_it_was() =>
        JsonSerializer.Serialize(new OrderStatus("Half-Done"), TestJson.Default.OrderStatus).ShouldBe("\"Half-Done\"");

    private static void Check<T>(T known, string word)
        where T : struct, IOpenSet<T>
    {
        known.Value.ShouldBe(word);
        known.ToString().ShouldBe(word);
        T.From(word.ToUpperInvariant()).ShouldBe(known);
        T.From(word.ToUpperInvariant()).GetHashCode().ShouldBe(known.GetHashCode());
        T.From("a word of tomorrow").Value.ShouldBe("a word of tomorrow");
        T.From("a word of tomorrow").Equals(known).ShouldBeFalse();
        default(T).Value.ShouldBe("unknown");
        Should.Throw<ArgumentException>(() => T.From(" "));
    }
}
