using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Files;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>
/// A disk in memory that tells what was written from what would survive a loss of power: contents survive when their file was flushed, names
/// when their folder was. Any step can be made to fail, or to be the last one before the power goes.
/// </summary>
internal sealed class SimulatedDisk : IJournalDisk
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Content> _names = new(StringComparer.Ordinal);
    private Dictionary<string, Content> _durableNames = new(StringComparer.Ordinal);

    /// <summary>Called before each step with its name and the path; throw to make it fail.</summary>
    public Action<DiskStep, string>? Before { get; set; }

    /// <summary>The step, counted from 0, with which the power goes: neither it nor any other happens.</summary>
    public int? PowerGoesAt { get; set; }

    public int Steps { get; private set; }

    public int Flushes { get; private set; }

    public static SimulatedDisk With(string path, ReadOnlySpan<byte> bytes)
    {
        var disk = new SimulatedDisk();
        disk._names[path] = new() { Bytes = [.. bytes], Durable = bytes.ToArray() };
        disk._durableNames = new(disk._names, StringComparer.Ordinal);
        return disk;
    }

    /// <summary>What is found when the machine or the process is up again.</summary>
    /// <param name="tail">What becomes of contents that were not flushed.</param>
    /// <param name="keepsNames">Whether names survive that were not flushed.</param>
    public SimulatedDisk Restart(UnflushedTail tail, bool keepsNames)
    {
        lock (_gate)
        {
            var disk = new SimulatedDisk();
            foreach (var (path, content) in keepsNames ? _names : _durableNames)
            {
                var bytes = content.AfterCrash(tail);
                disk._names[path] = new() { Bytes = [.. bytes], Durable = bytes };
            }

            disk._durableNames = new(disk._names, StringComparer.Ordinal);
            return disk;
        }
    }

    public byte[] Read(string path)
    {
        lock (_gate)
        {
            return [.. _names[path].Bytes];
        }
    }

    public bool Exists(string path)
    {
        lock (_gate)
        {
            return _names.ContainsKey(path);
        }
    }

    /// <summary>The folder is gone; who has the file open notices nothing by itself.</summary>
    public void RemoveAllNames()
    {
        lock (_gate)
        {
            _names.Clear();
        }
    }

    public IDisposable Lock(string path, string holder)
    {
        lock (_gate)
        {
            return _locks.Add(path) ? new Unlock(this, path) : throw new OrderJournalException("in use");
        }
    }

    public long? LengthOf(string path) =>
        Do(null, path, () => _names.TryGetValue(path, out var content) ? content.Bytes.Count : (long?)null);

    public IJournalFile Open(string path) => new SimulatedFile(this, path, Do(null, path, () => Find(path)));

    public IJournalFile OpenToRead(string path) => Open(path);

    public IJournalFile Create(string path) =>
        new SimulatedFile(
            this,
            path,
            Do(
                DiskStep.Create,
                path,
                () =>
                {
                    var content = new Content();
                    _names.Add(path, content);
                    return content;
                }
            )
        );

    public void Rename(string from, string to) =>
        Do(
            DiskStep.Rename,
            to,
            () =>
            {
                _names.Remove(from, out var content);
                return _names[to] = content ?? throw new FileNotFoundException(from);
            }
        );

    public void Delete(string path) => Do(null, path, () => _names.Remove(path));

    public void FlushFolderOf(string path) => Do(DiskStep.FlushFolder, path, () => _durableNames = new(_names, StringComparer.Ordinal));

    private Content Find(string path) => _names.GetValueOrDefault(path) ?? throw new FileNotFoundException("There is no such file.", path);

    private T Do<T>(DiskStep? step, string path, Func<T> act)
    {
        if (step is { } named)
        {
            Before?.Invoke(named, path);
        }

        lock (_gate)
        {
            if (PowerGoesAt <= Steps)
            {
                throw new IOException("The power is gone.");
            }

            Steps += step is null ? 0 : 1;
            Flushes += step == DiskStep.Flush ? 1 : 0;
            return act();
        }
    }

    private sealed class Content
    {
        public List<byte> Bytes { get; init; } = [];

        public byte[] Durable { get; set; } = [];

        public byte[] AfterCrash(UnflushedTail tail) =>
            tail switch
            {
                UnflushedTail.Kept => [.. Bytes],
                UnflushedTail.Half when Bytes.Count > Durable.Length =>
                [
                    .. Durable,
                    .. Bytes[Durable.Length..(Durable.Length + ((Bytes.Count - Durable.Length) / 2))],
                ],
                // The length was written, the blocks were not.
                UnflushedTail.Zeros when Bytes.Count > Durable.Length => [.. Durable, .. new byte[Bytes.Count - Durable.Length]],
                _ => [.. Durable],
            };
    }

    private sealed class SimulatedFile(SimulatedDisk disk, string path, Content content) : IJournalFile
    {
        public long Length => content.Bytes.Count;

        public int Fill(Span<byte> buffer, long offset)
        {
            lock (disk._gate)
            {
                var count = (int)Math.Clamp(content.Bytes.Count - offset, 0, buffer.Length);
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(content.Bytes).Slice((int)offset, count).CopyTo(buffer);
                return count;
            }
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var written = bytes.ToArray();
            disk.Do(
                DiskStep.Write,
                path,
                () =>
                {
                    var kept = content.Bytes.Skip((int)offset + written.Length).ToArray();
                    content.Bytes.RemoveRange((int)offset, content.Bytes.Count - (int)offset);
                    content.Bytes.AddRange(written);
                    content.Bytes.AddRange(kept);
                    return true;
                }
            );
        }

        public void Flush() => disk.Do(DiskStep.Flush, path, () => content.Durable = [.. content.Bytes]);

        public void SetLength(long length) =>
            disk.Do(
                DiskStep.Write,
                path,
                () =>
                {
                    content.Bytes.RemoveRange((int)length, content.Bytes.Count - (int)length);
                    return true;
                }
            );

        public void Dispose() { }
    }

    private sealed class Unlock(SimulatedDisk disk, string path) : IDisposable
    {
        public void Dispose()
        {
            lock (disk._gate)
            {
                disk._locks.Remove(path);
            }
        }
    }
}

/// <summary>What a disk is asked to do that changes it.</summary>
public enum DiskStep
{
    Create = 0,
    Write,
    Flush,
    Rename,
    FlushFolder,
}

/// <summary>What becomes of bytes that were written but not flushed.</summary>
public enum UnflushedTail
{
    /// <summary>The process ended, the machine did not.</summary>
    Kept = 0,

    Lost,
    Half,
    Zeros,
}
