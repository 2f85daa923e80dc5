using System.Net;
using System.Text;
using static System.Net.HttpStatusCode;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What the endpoint takes in, what it turns away, and what it answers.</summary>
public sealed class ReceivingTests
{
    [Fact]
    public async Task A_signed_delivery_is_stored_before_it_is_answered()
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));
        var body = Giftronaut.LowBalance();

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(OK);

        (await receiver.KeptAsync()).ShouldHaveSingleItem().Body.ShouldContain("balance.low_balance");
        receiver
            .Log.OfWebhooks.ShouldHaveSingleItem()
            .ShouldBe("Webhook at 2026-01-15T12:00:00.0000000+00:00 for giftronaut: balance.low_balance, Verified, stored.");
    }

    [Fact]
    public async Task The_challenge_of_a_registration_is_echoed()
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));

        var (status, answer) = await receiver.PostAsync(
            receiver.AddressOf(Giftronaut.Account),
            """{"challengeToken":"one \"token\" of theirs"}"""u8.ToArray()
        );

        status.ShouldBe(OK);
        answer.ShouldBe("""{"challengeToken":"one \u0022token\u0022 of theirs"}""");
        (await receiver.KeptAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("another secret")]
    [InlineData("signing-secret-of-the-portal ")]
    public async Task A_delivery_signed_with_another_secret_is_forged(string secret)
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));
        var body = Giftronaut.LowBalance();

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body, secret))).ShouldBe(Unauthorized);

        (await receiver.KeptAsync()).ShouldBeEmpty();
        receiver.Log.OfWebhooks.ShouldHaveSingleItem().ShouldContain("Forged, refused; answered 401");
    }

    [Fact]
    public async Task A_delivery_changed_by_one_byte_is_forged()
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));
        var body = Giftronaut.LowBalance();

        var status = await receiver.PostAsync(
            receiver.AddressOf(Giftronaut.Account),
            body.Replace("41.5", "41.6", StringComparison.Ordinal),
            Giftronaut.Signed(body)
        );

        status.ShouldBe(Unauthorized);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("X-Giftronaut-Signature", "")]
    [InlineData("X-Giftronaut-Signature", "sha256=")]
    [InlineData("X-Giftronaut-Signature", "sha256=zz")]
    [InlineData("X-Giftronaut-Signature", "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    public async Task A_delivery_without_a_signature_that_can_be_read_is_refused(string? header, string? value)
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        if (header is not null)
        {
            headers[header] = value!;
        }

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), Giftronaut.LowBalance(), headers)).ShouldBe(Unauthorized);
    }

    [Fact]
    public async Task The_signature_may_be_written_in_capitals()
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));
        var body = Giftronaut.LowBalance();
        var signature = Giftronaut.Signed(body).Single().Value;
        Dictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["x-giftronaut-signature"] = "SHA256=" + signature["sha256=".Length..].ToUpperInvariant(),
        };

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, headers)).ShouldBe(OK);
    }

    [Fact]
    public async Task Every_live_secret_is_good_and_secrets_change_without_a_restart()
    {
        List<string> live = [Giftronaut.Secret, "the-next-one"];
        await using var receiver = await Receiver.StartAsync(cards => cards.AddAccount(ReloadedAccounts.Giftronaut(() => live)));
        async Task<HttpStatusCode> PostAsync(string secret, string id)
        {
            var body = Giftronaut.LowBalance(id);
            return await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body, secret));
        }

        (await PostAsync(Giftronaut.Secret, "b1")).ShouldBe(OK);
        (await PostAsync("the-next-one", "b2")).ShouldBe(OK);

        live = ["the-next-one", "the-one-after"];

        (await PostAsync(Giftronaut.Secret, "b3")).ShouldBe(Unauthorized);
        (await PostAsync("the-next-one", "b4")).ShouldBe(OK);
        (await PostAsync("the-one-after", "b5")).ShouldBe(OK);
    }

    [Fact]
    public async Task An_unknown_account_a_wrong_token_and_a_strange_address_are_answered_alike()
    {
        await using var receiver = await Receiver.StartAsync(cards =>
            Giftronaut.Add(cards, options => options.Webhooks.PathTokens.Add("k9x2v7m4p8q1z5w3"))
        );
        await using var elsewhere = await Receiver.StartAsync(cards =>
            Giftronaut.Add(cards, options => options.Webhooks.AllowedAddresses.Add("203.0.113.0/24"))
        );
        var body = Giftronaut.LowBalance();
        var signed = Giftronaut.Signed(body);
        var bytes = Encoding.UTF8.GetBytes(body);

        var answers = new[]
        {
            await receiver.PostAsync(receiver.AddressOf("nobody"), bytes, signed),
            await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), bytes, signed),
            await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account, "k9x2v7m4p8q1z5w4"), bytes, signed),
            await elsewhere.PostAsync(elsewhere.AddressOf(Giftronaut.Account), bytes, signed),
            await elsewhere.PostAsync(elsewhere.AddressOf(Giftronaut.Account, "k9x2v7m4p8q1z5w3"), bytes, signed),
        };

        answers.Distinct().ShouldHaveSingleItem().ShouldBe((NotFound, ""));
        receiver.Log.OfWebhooks.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldNotContain("nobody");
        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account, "k9x2v7m4p8q1z5w3"), body, signed)).ShouldBe(OK);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:127.0.0.0/104")]
    public async Task An_address_on_the_list_may_call(string allowed)
    {
        await using var receiver = await Receiver.StartAsync(cards =>
            Giftronaut.Add(cards, options => options.Webhooks.AllowedAddresses.Add(allowed))
        );
        var body = Giftronaut.LowBalance();

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(OK);
    }

    [Fact]
    public async Task An_account_with_neither_secret_nor_token_takes_nothing()
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards, options => options.Webhooks.Secrets.Clear()));

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), Giftronaut.LowBalance())).ShouldBe(NotFound);
        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), """{"challengeToken":"x"}""")).ShouldBe(NotFound);
    }

    [Fact]
    public async Task A_body_as_large_as_allowed_is_read_and_one_byte_more_is_not()
    {
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            events: options => options.MaxBodyBytes = 2048
        );
        var body = Giftronaut.LowBalance().PadRight(2048);

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(OK);
        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body + " ", Giftronaut.Signed(body + " "))).ShouldBe(
            RequestEntityTooLarge
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("""{"eventId":"1"}""")]
    public async Task What_is_signed_and_says_nothing_is_unreadable(string body)
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(BadRequest);
    }

    [Fact]
    public async Task What_is_older_than_the_inbox_remembers_is_a_replay()
    {
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            events: options => options.KeepFor = TimeSpan.FromDays(2)
        );
        var (old, young) = (Giftronaut.LowBalance(createdAt: "2026-01-13T11:59:59"), Giftronaut.LowBalance("b2", "2026-01-13T12:00:01"));

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), old, Giftronaut.Signed(old))).ShouldBe(Unauthorized);
        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), young, Giftronaut.Signed(young))).ShouldBe(OK);
    }

    [Fact]
    public async Task Where_the_inbox_cannot_be_written_the_delivery_comes_again()
    {
        var journal = new FailingRecords();
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards), journal.AddTo);
        var body = Giftronaut.LowBalance();
        journal.IsDown = true;

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(ServiceUnavailable);

        journal.IsDown = false;
        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(OK);
        (await receiver.KeptAsync()).ShouldHaveSingleItem();
    }
}
