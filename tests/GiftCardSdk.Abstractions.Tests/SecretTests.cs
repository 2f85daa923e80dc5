using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace GiftCardSdk.Abstractions.Tests;

/// <summary>Secrets and what belongs to people print as masks wherever text is made of them.</summary>
public sealed class SecretTests
{
    private const string Canary = "CANARY-4711";

    [Fact]
    public void Only_revealing_gives_it_away()
    {
        var secret = new Secret(Canary);

        secret.Reveal().ShouldBe(Canary);
        secret.ToString().ShouldBe("***");
        $"{secret}".ShouldBe("***");
        JsonSerializer.Serialize(secret, TestJson.Default.Secret).ShouldBe("\"***\"");
        typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.ShouldBe("***");
        typeof(Secret)
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .ShouldAllBe(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State == DebuggerBrowsableState.Never);
    }

    [Fact]
    public void It_cannot_be_had_back_from_its_mask_nor_read_from_json_at_all()
    {
        JsonSerializer.Deserialize("\"***\"", TestJson.Default.Secret).ShouldBeNull();
        Should
            .Throw<JsonException>(() => JsonSerializer.Deserialize($"\"{Canary}\"", TestJson.Default.Secret))
            .Message.ShouldContain("store the revealed value");
    }

    [Fact]
    public void Equal_values_are_equal_secrets()
    {
        new Secret("a").ShouldBe(new Secret("a"));
        new Secret("a").GetHashCode().ShouldBe(new Secret("a").GetHashCode());
        new Secret("a").Equals(new Secret("b")).ShouldBeFalse();
        new Secret("a").Equals(null).ShouldBeFalse();
        new Secret("a").Equals((object)"a").ShouldBeFalse();
    }

    [Fact]
    public void An_empty_one_is_none()
    {
        Secret.OrNull(null).ShouldBeNull();
        Secret.OrNull("").ShouldBeNull();
        Secret.OrNull("x")!.Reveal().ShouldBe("x");
        Should.Throw<ArgumentException>(() => new Secret(""));
    }

    public static TheoryData<object> Private =>
        [
            new Recipient
            {
                Name = Canary,
                Email = $"{Canary}@person.example",
                Phone = Canary,
            },
            new PostalAddress
            {
                Line1 = Canary,
                City = Canary,
                Country = "DE",
            },
            new OrderMessage
            {
                Subject = Canary,
                Body = Canary,
                SenderEmail = Canary,
            },
            new Reward
            {
                Code = new(Canary),
                Pin = new(Canary),
                Link = new(Canary),
                Challenge = new(Canary),
                Serial = new(Canary),
                SecurityCode = new(Canary),
                Remark = new(Canary),
                Recipient = new() { Name = Canary },
            },
            new OrderLine
            {
                ProductId = "p",
                FaceValue = Money.Of(1, "EUR"),
                Recipient = new() { Email = Canary },
            },
            new OrderRequest
            {
                Reference = "r",
                Delivery = Delivery.Email,
                Message = new() { Body = Canary },
                Lines =
                [
                    new()
                    {
                        ProductId = "p",
                        FaceValue = Money.Of(1, "EUR"),
                        Recipient = new() { Email = Canary },
                    },
                ],
            },
        ];

    [Theory]
    [MemberData(nameof(Private), DisableDiscoveryEnumeration = true)]
    public void What_belongs_to_a_person_or_a_card_prints_masked(object value) =>
        value.ToString().ShouldNotBeNull().ShouldNotContain(Canary);

    [Fact]
    public void A_reward_in_json_shows_masks_for_its_secrets()
    {
        var json = JsonSerializer.Serialize(new Reward { Code = new(Canary), Link = new(Canary) }, TestJson.Default.Reward);

        json.ShouldNotContain(Canary);
        json.ShouldContain("***");
    }

    /// <summary>What is serialized ends up in logs and queues. An application keeps recipients in types of its own.</summary>
    [Fact]
    public void An_order_in_json_shows_masks_for_recipients_and_texts()
    {
        var order = new Order
        {
            Id = "77",
            Provider = "acme",
            Account = "main",
            Status = OrderStatus.Completed,
            Lines = [Personal.Lines[0]],
            Rewards = [new() { Recipient = Personal.Lines[0].Recipient, Code = new(Canary) }],
        };

        foreach (
            var json in new[]
            {
                JsonSerializer.Serialize(order, TestJson.Default.Order),
                JsonSerializer.Serialize(Personal, TestJson.Default.OrderRequest),
            }
        )
        {
            json.ShouldNotContain(Canary, Case.Insensitive);
            json.ShouldContain("\"Email\":\"***\"");
            json.ShouldContain("\"Line1\":\"***\"");
        }
    }

    [Fact]
    public void A_request_is_read_from_json_as_it_is_written_by_hand_and_is_refused_with_masks()
    {
        const string Json =
            """{"Reference":"r","Delivery":1,"Lines":[{"ProductId":"p","FaceValue":"1.00 EUR","Recipient":{"Email":"ana@mail.example"}}]}""";

        JsonSerializer.Deserialize(Json, TestJson.Default.OrderRequest)!.Lines[0].Recipient!.Email.ShouldBe("ana@mail.example");
        var masked = JsonSerializer.Serialize(Personal, TestJson.Default.OrderRequest);
        var readBack = JsonSerializer.Deserialize(masked, TestJson.Default.OrderRequest)!;
        var shape = new OrderShape { Delivery = Personal.Delivery, Idempotency = new() };
        shape.FindMistakes(Personal).ShouldNotContain(mistake => mistake.Contains("mask", StringComparison.Ordinal));
        shape
            .FindMistakes(readBack)
            .ShouldContain(mistake => mistake.StartsWith("Lines[0].Recipient.Email: this is the mask", StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_prints_its_ids_and_counts()
    {
        var order = new Order
        {
            Id = "77",
            Reference = "r",
            Provider = "acme",
            Account = "main",
            Status = OrderStatus.Completed,
            Lines = [Personal.Lines[0]],
            Rewards = [new() { Code = new(Canary) }],
            TotalCost = Money.Of(1, "EUR"),
        };

        order
            .ToString()
            .ShouldBe(
                "Order { Id = 77, Reference = r, Provider = acme, Account = main, Status = completed, Delivery = , Lines = 1, Rewards = 1, TotalCost = 1.00 EUR, WasReplayed = False }"
            );
    }

    [Fact]
    public void An_order_request_prints_what_may_be_logged()
    {
        var request = new OrderRequest
        {
            Reference = "r",
            Delivery = Delivery.Returned,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
        };

        request.ToString().ShouldBe("OrderRequest { Reference = r, Delivery = Returned, Lines = [1 x coffee 25.00 EUR] }");
    }

    [Fact]
    public void A_recipient_prints_the_callers_own_id() =>
        new Recipient { Reference = "person-7" }
            .ToString()
            .ShouldBe("Recipient { ***, Reference = person-7 }");

    [Theory]
    [InlineData("Ada King Lovelace", "Ada", "King Lovelace")]
    [InlineData(" Ada ", "Ada", null)]
    [InlineData(null, null, null)]
    public void First_and_last_name_come_from_the_full_name(string? name, string? first, string? last)
    {
        var recipient = new Recipient { Name = name };

        recipient.FirstName.ShouldBe(first);
        recipient.LastName.ShouldBe(last);
    }

    [Fact]
    public void First_and_last_name_may_be_given_apart()
    {
        var recipient = new Recipient
        {
            Name = "Ada Lovelace",
            FirstName = "Augusta",
            LastName = "King",
        };

        (recipient.FirstName, recipient.LastName).ShouldBe(("Augusta", "King"));
    }

    private static OrderRequest Personal { get; } =
        new()
        {
            Reference = "r",
            Delivery = Delivery.Email,
            Message = new()
            {
                Subject = Canary,
                Body = Canary,
                SenderName = Canary,
                SenderEmail = Canary,
            },
            Lines =
            [
                new()
                {
                    ProductId = "p",
                    FaceValue = Money.Of(1, "EUR"),
                    Recipient = new()
                    {
                        Name = $"{Canary} {Canary}",
                        Email = $"{Canary}@person.example",
                        Phone = Canary,
                        PostalAddress = new()
                        {
                            Line1 = Canary,
                            Line2 = Canary,
                            City = Canary,
                            Region = Canary,
                            PostalCode = Canary,
                            Country = "DE",
                        },
                    },
                },
            ],
        };
}
