using System.Runtime.InteropServices;

namespace GiftCardSdk.Ordering.Files;

/// <summary>Reads the frames of a file one after another, and says where they end and why.</summary>
internal sealed class FrameScanner(FileWindow window, ulong salt)
{
    /// <summary>Hands over a whole record.</summary>
    public delegate void RecordVisitor(ReadOnlySpan<byte> record, long offset);

    /// <summary>Visits the records of all whole frames from an offset up to the first place where none stands.</summary>
    /// <param name="start">Where the first frame should begin.</param>
    /// <param name="sequence">Its number; each further one is higher by one.</param>
    /// <param name="visit">Called for each record.</param>
    public FrameRun Read(long start, long sequence, RecordVisitor visit)
    {
        var (offset, last) = (start, -1L);
        while (TryRead(offset, out var frame) && JournalFrame.SequenceOf(frame) == sequence)
        {
            VisitRecords(frame, offset, visit);
            (last, offset, sequence) = (offset, offset + frame.Length, sequence + 1);
        }

        return new(offset, last, sequence);
    }

    /// <summary>The first whole frame at or after an offset, and its number; null if there is none.</summary>
    public (long Offset, long Sequence)? FindFrame(long offset)
    {
        const int Step = 64 * 1024;
        while (offset < window.Length)
        {
            var bytes = window.Peek(offset, Step);
            var found = bytes.IndexOf(JournalFrame.Magic);
            if (found < 0)
            {
                // A magic may lie across the border.
                offset += Math.Max(1, bytes.Length - (JournalFrame.Magic.Length - 1));
                continue;
            }

            offset += found;
            if (TryRead(offset, out var frame))
            {
                return (offset, JournalFrame.SequenceOf(frame));
            }

            offset++;
        }

        return null;
    }

    private bool TryRead(long offset, out ReadOnlySpan<byte> frame)
    {
        var length = JournalFrame.LengthOf(window.Peek(offset, JournalFrame.HeaderSize));
        frame = length == 0 || offset + length > window.Length ? default : window.Peek(offset, length);
        return frame.Length > 0 && JournalFrame.IsWhole(frame, salt);
    }

    /// <summary>The checksum of the frame holds for the lengths of its records too.</summary>
    private static void VisitRecords(ReadOnlySpan<byte> frame, long offset, RecordVisitor visit)
    {
        for (var at = JournalFrame.HeaderSize; at < frame.Length; )
        {
            var record = frame.Slice(at, JournalRecord.LengthOf(frame[at..]));
            visit(record, offset + at);
            at += record.Length;
        }
    }
}

/// <summary>A run of whole frames.</summary>
/// <param name="End">Where the next frame would begin.</param>
/// <param name="LastFrame">Where the last one begins; -1 if there was none.</param>
/// <param name="NextSequence">The number of the next frame.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FrameRun(long End, long LastFrame, long NextSequence);
