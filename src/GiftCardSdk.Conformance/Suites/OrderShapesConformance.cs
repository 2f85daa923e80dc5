using GiftCardSdk.Adapters;
using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>What the capabilities say of an order is true: what fits is sold as it was written, what does not fit is refused before anything is sent.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class OrderShapesConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>An order of each delivery is sold once, with the card that was asked for, to whom it was asked for.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_of_each_delivery_is_sold_as_it_was_written()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            await BuyAsync(run, run.NewOrder(shape), shape.Delivery);
        }
    }

    /// <summary>Several cards of a line and several lines are all sold, as far as the shape allows them: none is dropped in silence.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Every_card_of_a_larger_order_is_sold()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var one = run.NewOrder(shape);
            var cards = Math.Min(3, Math.Min(shape.MaxQuantityPerLine ?? 3, shape.MaxCards ?? 3));
            var lines = Math.Min(2, Math.Min(shape.MaxLines ?? 2, shape.MaxCards ?? 2));
            await BuyAsync(run, one with { Lines = [one.Lines[0] with { Quantity = cards }] }, shape.Delivery);

            var several = run.NewOrder(shape);
            await BuyAsync(
                run,
                several with
                {
                    Lines = [.. Enumerable.Range(0, lines).Select(index => TestRecipients.AnotherLine(several.Lines[0], index))],
                },
                shape.Delivery
            );
        }
    }

    /// <summary>The subject, text and sender's name that the shape has a place for go out with the order: none is dropped in silence.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Every_text_of_an_order_is_sent()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        wire.Record();
        var tried = 0;
        foreach (var shape in run.Shapes)
        {
            var (request, words) = TestRecipients.WithWords(run.NewOrder(shape), shape, run.Account.GetService<GiftCardAdapter>());
            await run.Account.Orders.PlaceAsync(request);
            foreach (var (field, word) in words)
            {
                tried++;
                Expect.That(
                    wire.Sent[^1].Contains(word, StringComparison.Ordinal),
                    $"{shape.Delivery}: the order's {field} was not sent, and the shape has a place for it."
                );
            }
        }

        Assert.SkipWhen(tried == 0, "The account's Capabilities have no place for a subject, a text or a sender's name.");
    }

    /// <summary>Too many lines or cards, a recipient too many or too few, a field that is missing or has no place: refused here, and nothing is sent.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_does_not_fit_the_shape_is_refused_before_anything_is_sent()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var right = run.NewOrder(shape);
            foreach (var (what, wrong) in Misfits(right, shape).Concat(Undeliverable(right)))
            {
                var failure = await Expect.FailureAsync(
                    () => run.Account.Orders.PlaceAsync(wrong),
                    $"{shape.Delivery}: {what} must be refused."
                );

                Expect.Same(GiftCardErrorCode.InvalidRequest, failure.Code, $"{shape.Delivery}, {what}: the exception's Code");
                Expect.Same(GiftCardOutcome.NothingCreated, failure.Outcome, $"{shape.Delivery}, {what}: the exception's Outcome");
            }
        }

        Expect.Same(0, run.Stage.CreateCalls, "Create calls for orders that do not fit");
    }

    /// <summary>A delivery without a shape is refused with the words for it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_delivery_without_a_shape_is_not_supported()
    {
        await using var run = await StartAsync();
        Delivery[] others = [.. Enum.GetValues<Delivery>().Where(delivery => run.Capabilities.ShapeFor(delivery) is null)];
        Assert.SkipWhen(others.Length == 0, "The account's Capabilities have a shape for every delivery.");
        foreach (var delivery in others)
        {
            var request = run.NewOrder() with { Delivery = delivery };

            var failure = await Expect.FailureAsync(
                () => run.Account.Orders.PlaceAsync(request),
                $"{delivery} has no shape; the order must be refused."
            );

            Expect.Same(GiftCardErrorCode.NotSupported, failure.Code, $"{delivery}: the exception's Code");
        }

        Expect.Same(0, run.Stage.CreateCalls, "Create calls for deliveries without a shape");
    }

    private static async Task BuyAsync(Run run, OrderRequest request, Delivery delivery)
    {
        var order = await run.Account.Orders.PlaceAsync(request);

        var sale = Assert.Single(run.SalesOf(request.Reference));
        Expect.Same(sale.OrderId, order.Id, $"{delivery}: the order's Id");
        Expect.Same(request.Lines.Sum(line => line.Quantity), sale.Cards, $"{delivery}: cards sold");
        Expect.Same(
            request.Lines.Aggregate(Money.Of(0, sale.FaceValue.Currency), (sum, line) => sum + line.Total),
            sale.FaceValue,
            $"{delivery}: the face value sold"
        );
        Books.MatchOrder(request, sale);
        Expect.Same(request.Reference, order.Reference, $"{delivery}: the order's Reference");
        Expect.Same(delivery, order.Delivery, $"{delivery}: the order's Delivery");
        Expect.That(!order.WasReplayed, $"{delivery}: a first order says that it was placed before (WasReplayed).");
    }

    private static IEnumerable<(string What, OrderRequest Order)> Undeliverable(OrderRequest right)
    {
        var line = right.Lines[0];
        if (line.Recipient is { Email: { } email } person)
        {
            foreach (
                var wrong in new[]
                {
                    $"{email}\u200b",
                    $" {email}",
                    $"{email}\r\nBcc: {email}",
                    "first.last@mail",
                    $"{new string('x', 65)}@mail.example",
                }
            )
            {
                yield return (
                    "an address that no mail reaches",
                    right with
                    {
                        Lines = [line with { Recipient = person with { Email = wrong } }],
                    }
                );
            }
        }

        if (line.Recipient is { Name: { } name } named)
        {
            yield return (
                "a line break in a name",
                right with
                {
                    Lines = [line with { Recipient = named with { Name = $"{name}\r\nBcc: x" } }],
                }
            );
        }

        if (right.Message is { Subject: { } subject } message)
        {
            yield return ("a control character in a subject", right with { Message = message with { Subject = $"{subject}\0" } });
        }
    }

    private static IEnumerable<(string What, OrderRequest Order)> Misfits(OrderRequest right, OrderShape shape)
    {
        var line = right.Lines[0];
        if (shape.MaxLines is { } lines)
        {
            yield return (
                "one line too many",
                right with
                {
                    Lines = [.. Enumerable.Range(0, lines + 1).Select(index => TestRecipients.AnotherLine(line, index))],
                }
            );
        }

        if (shape.MaxQuantityPerLine is { } cards)
        {
            yield return ("one card too many", right with { Lines = [line with { Quantity = cards + 1 }] });
        }

        if (shape.Recipients == RecipientRule.None)
        {
            yield return ("a recipient where none is named", right with { Lines = [line with { Recipient = new() { Name = "Nobody" } }] });
        }

        if (shape.Recipients == RecipientRule.OnePerLine)
        {
            yield return ("a line without its recipient", right with { Lines = [line with { Recipient = null }] });
        }

        if (shape.RuleOf(OrderField.Country) == FieldRule.Required)
        {
            yield return ("no country", right with { Lines = [line with { Country = null }] });
        }

        if (shape.RuleOf(OrderField.Subject) == FieldRule.Required && right.TemplateId is null)
        {
            yield return ("no subject", right with { Message = right.Message! with { Subject = null } });
        }

        if (shape.RuleOf(OrderField.TemplateId) == FieldRule.Forbidden)
        {
            yield return ("a template where there is no place for one", right with { TemplateId = "T-1" });
        }

        if (shape.RuleOf(OrderField.MaxCost) == FieldRule.Forbidden)
        {
            yield return ("a bound of the cost where it cannot be known", right with { MaxCost = line.FaceValue });
        }
    }
}
