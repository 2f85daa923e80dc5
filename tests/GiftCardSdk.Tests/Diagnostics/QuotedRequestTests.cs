using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using GiftCardSdk.Http;
using GiftCardSdk.Tests.Http;

namespace GiftCardSdk.Tests.Diagnostics;

/// <summary>A provider may quote what it was sent, in any form and anywhere: nothing of it is printed.</summary>
public sealed class QuotedRequestTests
{
    private const string Token = "tok-en-of-the-account";

    /// <summary>Values without a digit or a sign that would give them away as an address, a number or a code.</summary>
    private static readonly Dictionary<string, string> Sent = new(StringComparer.Ordinal)
    {
        ["recipient_name"] = "Mira \u00d8duya",
        ["email"] = "mira.holt@mail.example",
        ["subject"] = "Your thanks",
        ["message"] = "Dear Mira, the whole team wishes you a good summer. See you soon.",
        ["line1"] = "Elm Street & Sons",
        ["phone"] = "+4915112",
        ["client_secret"] = "velvet morning",
    };

    private static readonly Dictionary<string, Func<string, string>> Shapes = new(StringComparer.Ordinal)
    {
        ["as it is"] = static text => text,
        ["in capitals"] = static text => text.ToUpperInvariant(),
        ["in small letters"] = static text => text.ToLowerInvariant(),
        ["in quotes"] = static text => $"'{text}'",
        ["for an address"] = Uri.EscapeDataString,
        ["for a query"] = static text => WebUtility.UrlEncode(text),
        ["for an address, twice"] = static text => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        ["for HTML"] = static text => WebUtility.HtmlEncode(text),
        ["for HTML, all"] = static text =>
            string.Concat(text.EnumerateRunes().Select(rune => string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};"))),
        ["for JSON"] = static text => JsonEncodedText.Encode(text).Value,
        ["for JSON, all"] = static text => string.Concat(text.Select(letter => $"\\u{(int)letter:x4}")),
        ["in Base64"] = static text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        ["in Base64 for an address"] = static text =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        ["in Base64 with more"] = static text => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"a\":\"{text}\"}}")),
        ["without accents"] = static text => text.Replace('\u00d8', 'O').Normalize(NormalizationForm.FormD),
        ["in the wrong charset"] = static text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
        ["with other blanks"] = static text => text.Replace(" ", "\u00a0\n ", StringComparison.Ordinal),
        ["within a sentence"] = static text => $"The value {text}, is not allowed here",
    };

    public static TheoryData<string, string> Every
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var member in Sent.Keys.Append("token"))
            {
                foreach (var shape in Shapes.Keys)
                {
                    data.Add(member, shape);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Nothing_that_a_call_sent_can_be_read_in_what_is_printed_of_it(string member, string shape)
    {
        var value = member == "token" ? Token : Sent[member];
        var quoted = Shapes[shape](value);

        var failure = await QuoteAsync(quoted);

        string[] printed =
        [
            failure.Message,
            failure.ProviderCode ?? "",
            failure.ProviderMessage ?? "",
            failure.RequestId ?? "",
            failure.RedactedBody ?? "",
            failure.ToString(),
        ];
        failure.ProviderMessage.ShouldNotBeNull();
        foreach (var text in printed)
        {
            text.ShouldNotContain(quoted.Trim(), Case.Insensitive);
            Plain(text).ShouldNotContain(Plain(value));
        }
    }

    [Theory]
    [InlineData("mira.holt", "a local part")]
    [InlineData("\u00d8duya", "a name")]
    [InlineData("Dear Mira, the whole team wishes yo", "a text that was cut off")]
    public async Task A_part_that_gives_the_whole_away_cannot_be_read_either(string part, string what)
    {
        var failure = await QuoteAsync($"The value {part} is wrong");

        failure.ProviderMessage.ShouldBe("The value *** is wrong", what);
        failure.RedactedBody!.ShouldNotContain(part);
    }

    [Fact]
    public async Task What_is_no_secret_stays_readable()
    {
        var failure = await QuoteAsync("Product coffee-eu in EUR is sold out for DE, order o-1; see \u00a7 4 & try \u0022tea\u0022");

        failure.ProviderMessage.ShouldBe("Product coffee-eu in EUR is sold out for DE, order o-1; see \u00a7 4 & try \"tea\"");
    }

    [Theory]
    [InlineData("rq-4711.a:b_c", true)]
    [InlineData("mira.holt", false)]
    [InlineData("x-MIRA.HOLT-x", false)]
    [InlineData(Token, false)]
    [InlineData("mira.holt@mail.example", false)]
    [InlineData("velvet morning", false)]
    [InlineData("a/b", false)]
    [InlineData("a\tb", false)]
    [InlineData("\u00e9", false)]
    [InlineData("", false)]
    public async Task An_id_of_a_request_is_taken_only_if_it_can_be_nothing_else(string id, bool isTaken)
    {
        (await QuoteAsync("No.", id)).RequestId.ShouldBe(isTaken ? id : null);
        (await QuoteAsync("No.", null, id)).RequestId.ShouldBe(isTaken ? id : null);
    }

    [Fact]
    public async Task An_id_of_a_request_has_at_most_a_hundred_characters()
    {
        (await QuoteAsync("No.", new string('a', 100))).RequestId.ShouldBe(new string('a', 100));
        (await QuoteAsync("No.", new string('a', 101))).RequestId.ShouldBeNull();
    }

    private static async Task<GiftCardException> QuoteAsync(string quoted, string? inBody = "rq-1", string? inHeader = null)
    {
        var answer = Json(
            new(StringComparer.Ordinal)
            {
                ["code"] = $"E_{quoted}",
                ["message"] = quoted,
                ["request_id"] = inBody ?? "",
            }
        );
        var stub = new StubTransport(_ =>
        {
            var response = StubTransport.Json(HttpStatusCode.UnprocessableEntity, answer);
            if (inHeader is not null)
            {
                response.Headers.TryAddWithoutValidation("X-Request-Id", inHeader);
            }

            return response;
        });
        await using var account = TestAccount.OnStub(
            stub,
            settings => settings with { Credentials = ApiKeyCredentials.Bearer(() => [Token]), Errors = new QuotingErrors() }
        );
        var sent = new Dictionary<string, string>(Sent, StringComparer.Ordinal)
        {
            ["id"] = "o-1",
            ["brand_id"] = "coffee-eu",
            ["currency"] = "EUR",
            ["country"] = "DE",
        };
        var body = ProviderBody.Of(Encoding.UTF8.GetBytes(Json(sent)), "application/json");
        return await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create, body: body));
    }

    private static string Json(Dictionary<string, string> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private sealed class QuotingErrors : ProviderErrors
    {
        public override string? RequestIdHeader => "X-Request-Id";

        public override ProviderFault Read(ProviderFailure failure)
        {
            using var body = JsonDocument.Parse(failure.Body);
            return new(null, Text(body, "code"), Text(body, "message")) { RequestId = Text(body, "request_id") };
        }

        private static string? Text(JsonDocument body, string name) => body.RootElement.GetProperty(name).GetString();
    }
}
