using GiftCardSdk.Chaos.Buying;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>What a killed process has told stays told.</summary>
public sealed class AnswerFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_line_that_a_kill_has_torn_is_left_out_and_the_next_process_goes_on_after_it()
    {
        using (var first = new AnswerFile(_path))
        {
            first.Told(1, first.Asks(1, Content.Wanted), Ending.Bought, "sold-1");
            first.Asks(2, Content.Other);
        }

        // What a kill leaves of "2 Told 44 Bought sold-22 .".
        File.AppendAllText(_path, "2 Told 44 Bought sold-2");
        using (var second = new AnswerFile(_path))
        {
            second.Settled(2);
        }

        AnswerFile
            .Read(_path)
            .Select(answer => (answer.Number, answer.Kind, answer.Word, answer.OrderId))
            .ShouldBe([
                (1, AnswerKind.Asks, "Wanted", "-"),
                (1, AnswerKind.Told, "Bought", "sold-1"),
                (2, AnswerKind.Asks, "Other", "-"),
                (2, AnswerKind.Settled, "-", "-"),
            ]);
    }

    [Fact]
    public void No_two_calls_have_the_same_name()
    {
        var calls = new List<string>();
        for (var process = 0; process < 3; process++)
        {
            using var file = new AnswerFile(_path);
            calls.AddRange(Enumerable.Range(0, 20).Select(number => file.Asks(number, Content.Wanted)));
        }

        calls.ShouldBeUnique(StringComparer.Ordinal);
    }
}
