using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Sandbox.Tool.State;

/// <summary>
/// The file of a sandbox that is to outlive its process: a header, and a line for every change, handed to the operating system before the change is
/// made. Open in one process at a time.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private const int Version = 1;

    private readonly FileStream _file;
    private readonly Lock _gate = new();

    private StateFile(FileStream file, StateHeader header, IReadOnlyList<StateEntry> entries, bool isCut) =>
        (_file, Header, Entries, IsCut) = (file, header, entries, isCut);

    public StateHeader Header { get; }

    /// <summary>What had happened when it was opened, oldest first.</summary>
    public IReadOnlyList<StateEntry> Entries { get; }

    /// <summary>The last line was not whole, as after a kill, and is gone.</summary>
    public bool IsCut { get; }

    /// <param name="path">Where it is; made if it is not there, for its owner alone.</param>
    /// <param name="seed">The seed that was asked for; null for that of the file, or 1.</param>
    /// <param name="now">The time of a new one.</param>
    /// <exception cref="StateException">It is something else, is damaged, is open in another process, or has another seed.</exception>
    public static StateFile Open(string path, int? seed, DateTimeOffset now)
    {
        var file = OpenAlone(path);
        try
        {
            return file.Length == 0 ? Begin(file, new(Version, seed ?? 1, now)) : Read(file, path, seed);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Append(StateEntry entry)
    {
        lock (_gate)
        {
            Write(_file, entry, StateJsonContext.Default.StateEntry);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream OpenAlone(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Recipients' addresses stand in it.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The state file cannot be opened; is another sandbox using it? {e.Message}");
        }
    }

    private static StateFile Begin(FileStream file, StateHeader header)
    {
        Write(file, header, StateJsonContext.Default.StateHeader);
        return new StateFile(file, header, [], isCut: false);
    }

    private static StateFile Read(FileStream file, string path, int? seed)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        // What was not written to its end has not happened.
        var end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = HeaderOf(lines, path);
        if (seed is { } wanted && wanted != header.Seed)
        {
            throw new StateException($"{path} was begun with --seed {header.Seed}: leave --seed out, or name another file.");
        }

        StateEntry[] entries = [.. lines.Skip(1).Select((line, index) => EntryOf(line, index + 2, path))];
        file.SetLength(end);
        file.Position = end;
        return new StateFile(file, header, entries, isCut: end < bytes.Length);
    }

    private static StateHeader HeaderOf(string[] lines, string path)
    {
        try
        {
            if (
                lines is [var first, ..]
                && JsonSerializer.Deserialize(first, StateJsonContext.Default.StateHeader) is { GiftCardSandbox: Version } header
            )
            {
                return header;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new StateException($"{path} holds no state of this version of giftcard-sandbox, and was left as it is: name another file.");
    }

    private static StateEntry EntryOf(string line, int number, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StateJsonContext.Default.StateEntry) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new StateException($"{path} is damaged in line {number}, and was left as it is: name another file.");
        }
    }

    private static void Write<T>(FileStream file, T line, JsonTypeInfo<T> type)
    {
        // In one piece, so that a process that is killed leaves a line whole or cut, and never mixed with another.
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, type), (byte)'\n']);
        file.Flush();
    }
}

/// <summary>A state file cannot be used; the message says why and what would help.</summary>
internal sealed class StateException(string message) : Exception(message);
