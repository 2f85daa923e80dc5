using System.Globalization;
using System.Text.Json;
using GiftCardSdk.Sandbox.Gifq.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The forms every answer takes: one thing, a page of a list, a refusal.</summary>
internal sealed class GifqReplies(GifqTwinOptions options, GifqDraw draw)
{
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public SandboxAnswer One<T>(int status, T body) => SandboxAnswer.Json(status, body, GifqJson.TypeOf<T>(options));

    public SandboxAnswer Ok<T>(T body) => One(StatusCodes.Status200OK, body);

    /// <summary>A page of a list whose order GIFQ does not state; the rows are kept oldest first.</summary>
    public SandboxAnswer Page<T, TRow>(SandboxCall call, IReadOnlyList<T> rows, Func<T, TRow> write) =>
        Page(call, rows, options.ListOrder == GifqListOrder.NewestFirst, write);

    public SandboxAnswer Page<T, TRow>(SandboxCall call, IReadOnlyList<T> rows, bool backwards, Func<T, TRow> write)
    {
        if (!GifqPage.TryRead(call, rows.Count, options, out var page, out var refusal))
        {
            return Refuse(refusal);
        }

        var cut = Array.ConvertAll(page.Cut(rows, backwards), row => write(row));
        return List(cut) with { Headers = page.Headers(options.PageItems, cut.Length) };
    }

    public SandboxAnswer List<TRow>(TRow[] rows)
    {
        var answer = Ok(rows);
        return options.WrapLists ? answer with { Body = Wrap(answer.Body) } : answer;
    }

    /// <summary>A refused order always carries an id for the provider's support, other refusals only if the options say so.</summary>
    public SandboxAnswer Refuse(GifqRefusal refusal, bool isOrder = false)
    {
        var named = refusal.Status == StatusCodes.Status422UnprocessableEntity && (isOrder || options.RequestIdOnEveryRefusal);
        return One(refusal.Status, new ErrorBody(refusal.Message, named ? "rq-" + draw.Hex(6) : null));
    }

    public string Word(string status) => options.StatusWords.TryGetValue(status, out var word) ? word : status;

    private static byte[] Wrap(ReadOnlyMemory<byte> array)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            writer.WriteRawValue(array.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
