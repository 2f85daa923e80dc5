using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>Options that cannot be right are refused at start, by messages that show no secret.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string, Action<WebhookOptions>> Mistakes =>
        new()
        {
            { "Webhooks.PathTokens[0] is not 16 to 200", options => options.PathTokens.Add("too-short") },
            { "Webhooks.PathTokens[0] is not 16 to 200", options => options.PathTokens.Add("slashes/are/no/part/of/it") },
            { "Webhooks.AllowedAddresses[0] is '203.0.113.0/99'", options => options.AllowedAddresses.Add("203.0.113.0/99") },
            { "Webhooks.Tolerance is 00:00:00", options => options.Tolerance = TimeSpan.Zero },
            { "Webhooks.Signature.Header is missing", options => options.Signature = new() },
            { "Webhooks.Secrets[1] is blank", options => options.Secrets.Add(" ") },
            {
                "Webhooks.Secrets[0] is blank, or not the base64",
                options =>
                {
                    options.Signature = WebhookSignatureOptions.StandardWebhooks();
                    options.Secrets[0] = "whsec_no base64 at all";
                }
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_at_start(string expected, Action<WebhookOptions> make)
    {
        var mistake = await Should.ThrowAsync<OptionsValidationException>(() =>
            Receiver.StartAsync(cards => Giftronaut.Add(cards, options => make(options.Webhooks)))
        );

        mistake.Message.ShouldContain(expected);
        mistake.Message.ShouldNotContain("too-short");
        mistake.Message.ShouldNotContain("no base64 at all");
    }

    [Fact]
    public async Task Secrets_without_a_form_are_a_mistake_where_the_provider_documents_none()
    {
        var mistake = await Should.ThrowAsync<OptionsValidationException>(() =>
            Shop.StartAsync(accounts: accounts => accounts.Gifq = options => options.Webhooks.Secrets.Add("a secret"))
        );

        mistake.Message.ShouldContain("set Webhooks.Signature, or leave the secrets out");
    }

    [Fact]
    public async Task Secrets_tokens_and_form_come_from_the_configuration_and_follow_it()
    {
        var settings = new ConfigurationManager();
        settings["Account:BaseAddress"] = "http://127.0.0.1:1";
        settings["Account:ClientId"] = "sbx_local_client";
        settings["Account:ClientSecret"] = "not-a-real-secret";
        settings["Account:Webhooks:Secrets:0"] = "the-first";
        settings["Account:Webhooks:Secrets:1"] = "the-second";
        settings["Account:Webhooks:PathTokens:0"] = Shop.Token;
        settings["Account:Webhooks:Signature:Form"] = "Timestamped";
        settings["Account:Webhooks:Signature:Header"] = "X-Signature";
        await using var receiver = await Receiver.StartAsync(cards => cards.AddGiftronaut(settings.GetSection("Account")));
        var signature = WebhookSignatureOptions.Timestamped("X-Signature");
        async Task<HttpStatusCode> PostAsync(string secret, string id)
        {
            var body = Giftronaut.LowBalance(id);
            var headers = WebhookSigner.Sign(System.Text.Encoding.UTF8.GetBytes(body), secret, signature, receiver.Clock.GetUtcNow());
            return await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account, Shop.Token), body, headers);
        }

        (await PostAsync("the-first", "b1")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("the-second", "b2")).ShouldBe(HttpStatusCode.OK);

        settings["Account:Webhooks:Secrets:0"] = "the-third";
        ((IConfigurationRoot)settings).Reload();

        (await PostAsync("the-first", "b3")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync("the-third", "b4")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_figures_of_inbox_and_poller_have_bounds()
    {
        var mistake = await Should.ThrowAsync<OptionsValidationException>(() =>
            Receiver.StartAsync(cards => Giftronaut.Add(cards), events: options => (options.MaxTries, options.Poll.MaxParallel) = (0, 65))
        );

        mistake.Message.ShouldContain("GiftCardEventOptions.MaxTries is 0; it must lie between 1 and 100.");
        mistake.Message.ShouldContain("GiftCardEventOptions.Poll.MaxParallel is 65; it must lie between 1 and 64.");
    }
}
