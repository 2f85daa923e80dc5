using System.Text;
using GiftCardSdk.Diagnostics.Internal;

namespace GiftCardSdk.Tests.Diagnostics;

public sealed class RedactorTests
{
    private static readonly HashSet<string> Readable = new(["code", "message", "status"], StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("anna@shop.example is barred", "*** is barred")]
    [InlineData("Mail <anna.b+x@shop.example>, or (bob@shop.example).", "Mail <***>, or ***.")]
    [InlineData("see https://gft.example/c/AbC?x=1#y.", "see ***.")]
    [InlineData("see www.gft.example now", "see *** now")]
    [InlineData("see gft.example/c/x", "see ***")]
    [InlineData("card 6006491234567890 is used", "card *** is used")]
    [InlineData("card 6006 4912-3456.7890 is used", "card *** is used")]
    [InlineData("call +49 (151) 123-45678!", "call ***!")]
    [InlineData("code AQ12-ABCDEF-GHIJ is used", "code *** is used")]
    [InlineData("code WXYZ-ABCDEF-GHIJ is used", "code *** is used")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0", "token ***.***")]
    [InlineData("key=abcdef0123456789;", "key=***;")]
    [InlineData("Bearer QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Bearer ***==")]
    [InlineData("hash 0a1b2c3d4e5f60718293a4b5c6d7e8f9", "hash ***")]
    [InlineData("AbcDefGhiJklMnoPqrStuVwxYz", "***")]
    public void Addresses_links_codes_and_tokens_are_masked(string text, string expected) => Redactor.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("northcafeus at 90000")]
    [InlineData("500 is out of range (25000 to 100000).")]
    [InlineData("ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("No usable token.")]
    [InlineData("Either e-mail or phone is needed; 2 of 3 lines have none.")]
    [InlineData("a @ b")]
    [InlineData("")]
    public void What_people_need_stays_readable(string text) => Redactor.Text(text).ShouldBe(text);

    [Theory]
    [InlineData("""{"code":"E1","message":"No.","status":422}""", """{"code":"E1","message":"No.","status":422}""")]
    [InlineData("""{"pin":"1234","amount":12.5,"ok":true,"none":null}""", """{"pin":"***","amount":"***","ok":true,"none":null}""")]
    [InlineData("""{"error":{"CODE":"E1","token":"t"}}""", """{"error":{"CODE":"E1","token":"***"}}""")]
    [InlineData("""{"message":["one","anna@shop.example"]}""", """{"message":["one","***"]}""")]
    [InlineData("""{"message":{"code":"E1","secret":"x"}}""", """{"message":{"code":"E1","secret":"***"}}""")]
    [InlineData("""{"message":["a",{"secret":"x"},"b"]}""", """{"message":["a",{"secret":"***"},"***"]}""")]
    [InlineData("""{"anna@shop.example":"x","AB12CD34EF":1}""", """{"***":"***","***":"***"}""")]
    [InlineData("""[1,"a",[],{}]""", """["***","***",[],{}]""")]
    [InlineData("""{"status":60064912345678}""", """{"status":"***"}""")]
    [InlineData(" \n{ \"code\" : \"E\\n1\" }", """{"code":"E\n1"}""")]
    public void Of_json_only_named_members_stay_readable(string body, string expected) => Body(body).ShouldBe(expected);

    [Theory]
    [InlineData("""{"code":"E1","pin":"12""", """{"code":"E1","pin":…""")]
    [InlineData("""{"code":"E1",]""", """{"code":"E1"…""")]
    [InlineData("""{"code":"E1"} {"pin":"1234"}""", """{"code":"E1"}…""")]
    [InlineData("{", "{…")]
    public void Json_that_breaks_off_is_shown_as_far_as_it_goes(string body, string expected) => Body(body).ShouldBe(expected);

    [Theory]
    [InlineData(
        "<html><head><title>503</title><script>var t='s3cr3t-token';</script></head><body>Down<br>now</body></html>",
        "503 Down now"
    )]
    [InlineData("<!-- card 123456789 --> No", "No")]
    [InlineData("Service   unavailable\r\n", "Service unavailable")]
    [InlineData("mail anna@shop.example", "mail ***")]
    [InlineData("<p unclosed s3cr3t", "")]
    [InlineData("\"AB12CD34EF\"", "\"***\"")]
    public void Of_other_bodies_a_short_text_without_tags_is_kept(string body, string expected) => Body(body).ShouldBe(expected);

    [Fact]
    public void Length_is_bounded_whatever_comes()
    {
        Redactor.Text(new string('a', 10_000)).Length.ShouldBe(Redactor.MaxLength);
        Body("[" + string.Join(',', Enumerable.Repeat("true", 10_000)) + "]").Length.ShouldBe(Redactor.MaxLength);
        Body("{\"message\":\"" + string.Concat(Enumerable.Repeat("no ", 10_000)) + "\"}").Length.ShouldBe(Redactor.MaxLength);
        Body(string.Concat(Enumerable.Repeat("no ", 10_000))).Length.ShouldBe(500);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("<")]
    [InlineData("<script")]
    [InlineData("1 ")]
    [InlineData("a@")]
    [InlineData("-")]
    [InlineData("<!--")]
    public void Hostile_bodies_cost_little_and_never_throw(string piece)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length)));
        // Memory stands for work here: a pass that looked back again and again would take it over and over.
        var before = GC.GetAllocatedBytesForCurrentThread();

        Redactor.Body(body, Readable).Length.ShouldBeLessThanOrEqualTo(Redactor.MaxLength);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_bytes_never_throw_and_never_show_the_canary(int seed)
    {
        var random = new Random(seed);
        var alphabet = "{}[]\":,\\ue0<>/!-@. \n\u00e9𝄞"u8;
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Next(0, 200)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = alphabet[random.Next(alphabet.Length)];
            }

            byte[] body = [.. bytes, .. " \"c4n4ry-81f2\" "u8, .. bytes];
            Redactor.Body(body, Readable).ShouldNotContain("c4n4ry-81f2");
        }
    }

    private static string Body(string body) => Redactor.Body(Encoding.UTF8.GetBytes(body), Readable);
}
