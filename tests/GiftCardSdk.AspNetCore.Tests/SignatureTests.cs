using System.Net;
using System.Text;
using static System.Net.HttpStatusCode;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>The forms of signatures that are a line of options.</summary>
public sealed class SignatureTests
{
    private const string Secret = "the-secret-of-this-test";

    public static TheoryData<WebhookSignatureForm, WebhookAlgorithm, WebhookEncoding, string?> Forms =>
        new()
        {
            { WebhookSignatureForm.Digest, WebhookAlgorithm.HmacSha256, WebhookEncoding.Hex, null },
            { WebhookSignatureForm.Digest, WebhookAlgorithm.HmacSha512, WebhookEncoding.Hex, null },
            { WebhookSignatureForm.Digest, WebhookAlgorithm.HmacSha256, WebhookEncoding.Base64, null },
            { WebhookSignatureForm.Digest, WebhookAlgorithm.HmacSha256, WebhookEncoding.Hex, "X-Time" },
            { WebhookSignatureForm.Timestamped, WebhookAlgorithm.HmacSha256, WebhookEncoding.Hex, null },
            { WebhookSignatureForm.Timestamped, WebhookAlgorithm.HmacSha512, WebhookEncoding.Base64, null },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_takes_what_is_signed_so_and_nothing_else(
        WebhookSignatureForm form,
        WebhookAlgorithm algorithm,
        WebhookEncoding encoding,
        string? timestampHeader
    )
    {
        var signature = new WebhookSignatureOptions
        {
            Form = form,
            Header = "X-Signature",
            Algorithm = algorithm,
            Encoding = encoding,
            TimestampHeader = timestampHeader,
        };
        await using var receiver = await StartAsync(signature, Secret);
        var body = Giftronaut.LowBalance();
        var headers = WebhookSigner.Sign(Encoding.UTF8.GetBytes(body), Secret, signature, receiver.Clock.GetUtcNow());

        (await PostAsync(receiver, body, headers)).ShouldBe(OK);
        (await PostAsync(receiver, body + " ", headers)).ShouldBe(Unauthorized);
        (await PostAsync(receiver, body, Sign(body, "another", signature, receiver))).ShouldBe(Unauthorized);
        (await PostAsync(receiver, body, Giftronaut.Signed(body, Secret))).ShouldBe(Unauthorized);
    }

    /// <summary>The vector that the libraries of Standard Webhooks share.</summary>
    [Theory]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "Verified")]
    [InlineData("v1,AAAA v2,xyz v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "Verified")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=", "Forged")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "Missing")]
    public async Task The_published_vector_of_Standard_Webhooks_is_judged_rightly(string signature, string verdict)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1614265330));
        await using var receiver = await StartAsync(
            WebhookSignatureOptions.StandardWebhooks(),
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            clock
        );
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
            ["webhook-timestamp"] = "1614265330",
            ["webhook-signature"] = signature,
        };

        // What the vector signs is no event of Giftronaut's: 400 is the answer of one who has verified it and found nothing in it.
        (await PostAsync(receiver, """{"test": 2432232314}""", headers)).ShouldBe(verdict == "Verified" ? BadRequest : Unauthorized);

        receiver.Log.OfWebhooks.ShouldHaveSingleItem().ShouldContain($", {verdict}, ");
    }

    [Theory]
    [InlineData(-300, OK)]
    [InlineData(300, OK)]
    [InlineData(-301, Unauthorized)]
    [InlineData(301, Unauthorized)]
    public async Task A_signed_time_outside_the_tolerance_is_a_replay(int seconds, HttpStatusCode expected)
    {
        var signature = WebhookSignatureOptions.Timestamped("X-Signature");
        await using var receiver = await StartAsync(signature, Secret);
        var body = Giftronaut.LowBalance();
        var headers = Sign(body, Secret, signature, receiver);

        receiver.Clock.Advance(TimeSpan.FromSeconds(Math.Max(0, seconds)));
        receiver.Clock.SetUtcNow(receiver.Clock.GetUtcNow().AddSeconds(Math.Min(0, seconds)));

        (await PostAsync(receiver, body, headers)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("t=1768478400")]
    [InlineData("v1=00")]
    [InlineData("t=,v1=00")]
    [InlineData("t=soon,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    public async Task A_list_that_lacks_a_part_or_holds_nonsense_is_refused(string header)
    {
        await using var receiver = await StartAsync(WebhookSignatureOptions.Timestamped("X-Signature"), Secret);

        (
            await PostAsync(
                receiver,
                Giftronaut.LowBalance(),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Signature"] = header }
            )
        ).ShouldBe(Unauthorized);
    }

    [Fact]
    public void The_signer_makes_the_published_vector()
    {
        var headers = WebhookSigner.Sign(
            """{"test": 2432232314}"""u8,
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            WebhookSignatureOptions.StandardWebhooks(),
            DateTimeOffset.FromUnixTimeSeconds(1614265330),
            "msg_p5jXN8AQM9LWM0D4loKWxJek"
        );

        headers["webhook-signature"].ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    private static Task<Receiver> StartAsync(WebhookSignatureOptions signature, string secret, ManualTimeProvider? clock = null) =>
        Receiver.StartAsync(
            cards =>
                Giftronaut.Add(
                    cards,
                    options =>
                    {
                        options.Webhooks.Signature = signature;
                        options.Webhooks.Secrets.Clear();
                        options.Webhooks.Secrets.Add(secret);
                    }
                ),
            clock: clock
        );

    private static IReadOnlyDictionary<string, string> Sign(
        string body,
        string secret,
        WebhookSignatureOptions signature,
        Receiver receiver
    ) => WebhookSigner.Sign(Encoding.UTF8.GetBytes(body), secret, signature, receiver.Clock.GetUtcNow());

    private static Task<HttpStatusCode> PostAsync(Receiver receiver, string body, IReadOnlyDictionary<string, string> headers) =>
        receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, headers);
}
