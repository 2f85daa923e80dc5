using System.Globalization;
using System.Text;
using GiftCardSdk.Chaos.Reporting;

namespace GiftCardSdk.Chaos.Running;

/// <summary>Reads along in the answers of a process how many orders no callers come for any more.</summary>
/// <param name="path">The answers.</param>
/// <param name="share">Of how many orders; shown with them.</param>
internal sealed class Progress(string path, int share)
{
    private static readonly byte[] Word = Encoding.UTF8.GetBytes($" {Buying.AnswerKind.Settled} ");

    private long _read;

    /// <summary>How many there were when <see cref="Look"/> was last called.</summary>
    public int Settled { get; private set; }

    public int Look()
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var text = new byte[file.Length - _read];
        file.Position = _read;
        file.ReadExactly(text);
        // A line that is being written is read next time.
        var whole = text.AsSpan(0, text.AsSpan().LastIndexOf((byte)'\n') + 1);
        _read += whole.Length;
        Settled += whole.Count(Word);
        Screen.Show(string.Create(CultureInfo.InvariantCulture, $"{Settled:N0} of {share:N0} orders"));
        return Settled;
    }
}
