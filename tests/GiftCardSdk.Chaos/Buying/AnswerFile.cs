using System.Globalization;
using System.Text;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>
/// What a process told its callers, line by line: each is handed to the system before the answer counts as told, so that a kill takes back
/// nothing. One process at a time writes to a file.
/// </summary>
internal sealed class AnswerFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;

    /// <param name="path">The file; what an earlier process wrote stays.</param>
    public AnswerFile(string path)
    {
        _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        if (_file.Position > 0)
        {
            // Ends the line that a kill may have torn.
            _file.Write("\n"u8);
        }
    }

    /// <summary>Somebody is about to place the order.</summary>
    /// <returns>The call, for <see cref="Told"/>.</returns>
    public string Asks(int number, Content content)
    {
        lock (_gate)
        {
            // Where it stands in the file is a name that no other call has.
            var call = _file.Position.ToString(CultureInfo.InvariantCulture);
            Write(new(number, AnswerKind.Asks, call, $"{content}", Answer.Nothing));
            return call;
        }
    }

    public void Told(int number, string call, Ending ending, string? orderId = null) =>
        Write(new(number, AnswerKind.Told, call, $"{ending}", orderId ?? Answer.Nothing));

    public void Observed(int number, string state, string? orderId) =>
        Write(new(number, AnswerKind.Observed, Answer.Nothing, state, orderId ?? Answer.Nothing));

    public void Open(int number) => Write(new(number, AnswerKind.Open, Answer.Nothing, Answer.Nothing, Answer.Nothing));

    public void Settled(int number) => Write(new(number, AnswerKind.Settled, Answer.Nothing, Answer.Nothing, Answer.Nothing));

    /// <summary>Everything that was written to the end, in order; nothing if there is no file yet.</summary>
    public static IReadOnlyList<Answer> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var answers = new List<Answer>();
        while (reader.ReadLine() is { } line)
        {
            if (Answer.Parse(line) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    public void Dispose() => _file.Dispose();

    private void Write(Answer answer)
    {
        lock (_gate)
        {
            _file.Write(Encoding.UTF8.GetBytes(answer.ToLine()));
        }
    }
}
