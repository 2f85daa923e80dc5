using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Testing.Tests;

/// <summary>The provider treats a repeated key as its profile says, so that it can stand for any real one.</summary>
public sealed class RepeatedKeyTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Where_a_repeat_never_buys_again_the_original_comes_back()
    {
        var provider = Provider(new() { Repeat = RepeatBehavior.NeverBuysAgain, Answer = RepeatAnswer.Original });
        var first = await SubmitAsync(provider);
        _clock.Advance(TimeSpan.FromDays(1000));

        var second = await SubmitAsync(provider);

        second.Id.ShouldBe(first.Id);
        second.WasReplayed.ShouldBeTrue();
        provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_a_repeat_buys_again_it_does()
    {
        var provider = Provider(new());
        await SubmitAsync(provider);

        await SubmitAsync(provider);

        provider.SoldUnder("key").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_is_forgotten_at_the_end_of_its_life()
    {
        var provider = Provider(
            new()
            {
                Repeat = RepeatBehavior.NeverWithinLife,
                KeyLife = TimeSpan.FromHours(24),
                Answer = RepeatAnswer.Original,
            }
        );
        await SubmitAsync(provider);
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        await SubmitAsync(provider);
        provider.Ledger.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        await SubmitAsync(provider);

        provider.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_conflict_names_the_original()
    {
        var provider = Provider(new() { Repeat = RepeatBehavior.NeverBuysAgain, Answer = RepeatAnswer.ConflictWithId });
        var first = await SubmitAsync(provider);

        var conflict = await Should.ThrowAsync<GiftCardException>(() => SubmitAsync(provider));

        conflict.Code.ShouldBe(GiftCardErrorCode.Conflict);
        conflict.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        conflict.OrderId.ShouldBe(first.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(GiftCardErrorCode.InvalidRequest)]
    public async Task An_undocumented_answer_is_the_original_or_a_refusal_as_chosen(GiftCardErrorCode? refusal)
    {
        var provider = Provider(new() { Repeat = RepeatBehavior.NeverBuysAgain }, refusal);
        var first = await SubmitAsync(provider);

        var failure = await Record.ExceptionAsync(() => SubmitAsync(provider));

        (failure as GiftCardException)?.Code.ShouldBe(refusal!.Value);
        (failure is null).ShouldBe(refusal is null);
        provider.Ledger.Single().OrderId.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_key_belongs_to_one_account()
    {
        var provider = Provider(new() { Repeat = RepeatBehavior.NeverBuysAgain, Answer = RepeatAnswer.Original });
        await SubmitAsync(provider, "one");

        var second = await SubmitAsync(provider, "two");

        second.WasReplayed.ShouldBeFalse();
        provider.Ledger.Select(sold => sold.Account).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Own_shapes_and_products_replace_the_usual_ones()
    {
        var shape = new OrderShape { Delivery = Delivery.Sms, Idempotency = new() };
        var product = new Product
        {
            Provider = "shop",
            Id = "tea",
            Brand = "Leaf",
        };
        var provider = new InMemoryGiftCardProvider(
            new()
            {
                Provider = "shop",
                Shapes = [shape],
                Products = [product],
            },
            _clock
        );

        provider.Provider.ShouldBe("shop");
        provider.Capabilities.Shapes.ShouldBe([shape]);
        (await provider.CreateAdapter("a").ListProductsAsync(CatalogQuery.All, CancellationToken.None).SingleAsync()).ShouldBe(product);
    }

    private InMemoryGiftCardProvider Provider(IdempotencyProfile profile, GiftCardErrorCode? refusal = null) =>
        new(new() { Idempotency = profile, RepeatRefusal = refusal }, _clock);

    private static Task<Order> SubmitAsync(InMemoryGiftCardProvider provider, string account = "test") =>
        provider
            .CreateAdapter(account)
            .SubmitOrderAsync(
                new(
                    new()
                    {
                        Reference = "any",
                        Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(5, "EUR") }],
                        Delivery = Delivery.Returned,
                    },
                    "key"
                ),
                CancellationToken.None
            );
}
