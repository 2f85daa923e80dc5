namespace GiftCardSdk.Conformance.Running;

/// <summary>Holds the stand-in's books against what was ordered and against what the adapter shows.</summary>
internal static class Books
{
    /// <summary>Every card was sold as it was ordered: its product, its value, and to whom.</summary>
    public static void MatchOrder(OrderRequest request, ConformanceSale sale)
    {
        var delivery = request.Delivery;
        Expect.Same(sale.Cards, sale.Issued.Count, $"{delivery}: the cards that the stage has of this sale, one by one (Issued)");
        OrderLine[] ordered = [.. request.Lines.SelectMany(line => Enumerable.Repeat(line, line.Quantity))];
        Same(
            ordered.Select(line => $"{line.FaceValue}"),
            sale.Issued.Select(card => $"{card.FaceValue}"),
            $"{delivery}: the face value of each card"
        );
        if (sale.Issued.All(card => card.ProductId is not null))
        {
            Same(
                ordered.Select(line => line.ProductId),
                sale.Issued.Select(card => card.ProductId!),
                $"{delivery}: the product of each card"
            );
        }

        // Addresses are told apart and never printed.
        Expect.That(
            Sorted(ordered.Select(line => AddressOf(line.Recipient, delivery)))
                .SequenceEqual(Sorted(sale.Issued.Select(card => AddressOf(card.Recipient, delivery))), StringComparer.Ordinal),
            $"{delivery}: the cards were not sent to whom they were ordered for. {Missing(ordered, sale, delivery)}"
        );
    }

    /// <summary>Every card that is shown has the code, PIN, link and the rest with which it was sold, each in its own place.</summary>
    public static void MatchCards(Order shown, ConformanceSale sale, string what)
    {
        Expect.Same(sale.Issued.Count, shown.Rewards.Count, $"{what}: cards shown");
        string[][] cards = [.. shown.Rewards.Select(Parts)];
        string[][] books = [.. sale.Issued.Select(Parts)];
        for (var part = 0; part < PartNames.Length; part++)
        {
            Expect.That(
                Sorted(cards.Select(card => card[part])).SequenceEqual(Sorted(books.Select(card => card[part])), StringComparer.Ordinal),
                $"{what}: the {PartNames[part]} of a card is not the one that it was sold with."
            );
        }

        Expect.That(
            Sorted(cards.Select(static card => string.Join('\n', card)))
                .SequenceEqual(Sorted(books.Select(static card => string.Join('\n', card))), StringComparer.Ordinal),
            $"{what}: code, PIN and link of different cards are mixed up."
        );
    }

    private static readonly string[] PartNames =
    [
        nameof(Reward.Code),
        nameof(Reward.Pin),
        nameof(Reward.Link),
        nameof(Reward.Challenge),
        nameof(Reward.Serial),
        nameof(Reward.SecurityCode),
    ];

    private static string[] Parts(Reward card) => Reveal(card.Code, card.Pin, card.Link, card.Challenge, card.Serial, card.SecurityCode);

    private static string[] Parts(ConformanceCard card) =>
        Reveal(card.Code, card.Pin, card.Link, card.Challenge, card.Serial, card.SecurityCode);

    private static string[] Reveal(params IEnumerable<Secret?> secrets) => [.. secrets.Select(static secret => secret?.Reveal() ?? "")];

    private static string AddressOf(Recipient? recipient, Delivery delivery)
    {
        var email = delivery is Delivery.Email or Delivery.EmailAndSms ? recipient?.Email : null;
        var phone = delivery is Delivery.Sms or Delivery.EmailAndSms ? recipient?.Phone : null;
        return $"{email?.ToUpperInvariant()} {string.Concat((phone ?? "").Where(char.IsAsciiDigit))}";
    }

    private static string Missing(OrderLine[] ordered, ConformanceSale sale, Delivery delivery)
    {
        string[] reached = [.. sale.Issued.Select(card => AddressOf(card.Recipient, delivery)).Distinct(StringComparer.Ordinal)];
        var missed = ordered
            .Select(line => AddressOf(line.Recipient, delivery))
            .Distinct(StringComparer.Ordinal)
            .Except(reached, StringComparer.Ordinal);
        return $"{missed.Count()} of those who were to get one get none; {reached.Count(address => string.IsNullOrWhiteSpace(address))} kinds of card go to nobody.";
    }

    private static void Same(IEnumerable<string> expected, IEnumerable<string> found, string what) =>
        Expect.Same(string.Join(", ", Sorted(expected)), string.Join(", ", Sorted(found)), what);

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}
