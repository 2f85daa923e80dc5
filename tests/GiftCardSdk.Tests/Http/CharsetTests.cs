using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GiftCardSdk.Tests.Http;

/// <summary>A body is read in the charset that it says it is in, and a byte order mark is never in the way.</summary>
public sealed class CharsetTests
{
    private const string Name = "Z\u00fcrich \u00e9t\u00e9";

    public static TheoryData<string, string?, string?> Readable =>
        new()
        {
            { "utf-8", null, null },
            { "utf-8", null, "mark" },
            { "utf-8", "utf-8", null },
            { "utf-8", "\"UTF-8\"", "mark" },
            { "utf-8", "utf8", null },
            { "iso-8859-1", "ISO-8859-1", null },
            { "iso-8859-1", "latin1", null },
            { "windows-1252", "windows-1252", null },
            { "iso-8859-15", "iso-8859-15", null },
            { "utf-16", "utf-16", "mark" },
            { "utf-16", "utf-16", null },
            { "utf-16", "utf-16le", null },
            { "utf-16", null, "mark" },
            { "utf-16", "utf-8", null },
            { "utf-16BE", "utf-16be", null },
            { "utf-16BE", "utf-16", "mark" },
            { "utf-16BE", "utf-16", null },
            { "utf-32", "utf-32", "mark" },
        };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_success_is_read_in_its_own_charset(string encoding, string? charset, string? mark)
    {
        await using var account = TestAccount.OnStub(
            new StubTransport(_ => Answer(HttpStatusCode.OK, $$"""{"Name":"{{Name}}","Count":1}""", encoding, charset, mark))
        );

        (await account.SendAsync(Operations.Read)).Body.Name.ShouldBe(Name);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_refusal_is_read_in_its_own_charset(string encoding, string? charset, string? mark)
    {
        var body = $$"""{"code":"E_WRONG","message":"{{Name}}"}""";
        await using var account = TestAccount.OnStub(
            new StubTransport(_ => Answer(HttpStatusCode.BadRequest, body, encoding, charset, mark))
        );

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Read));

        (failure.ProviderCode, failure.ProviderMessage).ShouldBe(("E_WRONG", Name));
        failure.RedactedBody!.ShouldContain(Name);
    }

    [Theory]
    [InlineData("utf-8", "klingon-1")]
    [InlineData("utf-8", "utf-7")]
    [InlineData("utf-8", "utf-16le")]
    public async Task A_charset_that_nobody_knows_or_that_is_not_kept_to_is_an_unreadable_answer(string encoding, string? charset)
    {
        await using var account = TestAccount.OnStub(
            new StubTransport(_ => Answer(HttpStatusCode.OK, $$"""{"Name":"{{Name}}","Count":1}""", encoding, charset, null))
        );

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.MayExist));
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body, string encoding, string? charset, string? mark)
    {
        var writer = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var preamble = mark is null ? [] : writer.GetPreamble();
        var content = new ByteArrayContent([.. preamble, .. writer.GetBytes(body)]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = charset };
        return new(status) { Content = content };
    }
}
