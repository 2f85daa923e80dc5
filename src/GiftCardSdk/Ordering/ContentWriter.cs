using System.Buffers;
using System.Globalization;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Writes what is bought as one text, without making a string of it. Each value carries its length, so that no text can pass for another field; a
/// value that is null is left out, so that a later version may know further fields without changing what is stored.
/// </summary>
internal ref struct ContentWriter(Span<char> buffer) : IDisposable
{
    /// <summary>The digits of the longest length, and the colon.</summary>
    private const int LengthRoom = 11;

    private Span<char> _buffer = buffer;
    private char[]? _rented;
    private int _length;

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<char> Text => _buffer[.._length];

    /// <summary>Begins a kind of content.</summary>
    public void Begin(scoped ReadOnlySpan<char> kind)
    {
        Put(kind);
        Put("\n");
    }

    /// <summary>A value as it is.</summary>
    public void Add(scoped ReadOnlySpan<char> name, string? value)
    {
        if (value is not null)
        {
            Add(name, value.AsSpan());
        }
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{char}, string)"/>
    public void Add(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        var start = StartValue(name, value.Length);
        value.CopyTo(_buffer[start..]);
        EndValue(start, value.Length);
    }

    /// <summary>25, 25.0 and 25.00 are one amount.</summary>
    public void Add(scoped ReadOnlySpan<char> name, decimal amount)
    {
        Span<char> digits = stackalloc char[64];
        _ = amount.TryFormat(digits, out var length, "0.############################", CultureInfo.InvariantCulture);
        Add(name, digits[..length]);
    }

    /// <summary>A number.</summary>
    public void Add(scoped ReadOnlySpan<char> name, int number)
    {
        Span<char> digits = stackalloc char[16];
        _ = number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        Add(name, digits[..length]);
    }

    /// <summary>A code: capital and small letters and outer blanks do not count, and nothing but blanks is none.</summary>
    public void AddCode(scoped ReadOnlySpan<char> name, string? code) => AddTrimmed(name, code, isUpper: true);

    /// <summary>An address: capital and small letters and outer blanks do not count, and nothing but blanks is none.</summary>
    public void AddAddress(scoped ReadOnlySpan<char> name, string? address) => AddTrimmed(name, address, isUpper: false);

    /// <summary>Words: capital and small letters and the number of blanks do not count, and nothing but blanks is none.</summary>
    public void AddWords(scoped ReadOnlySpan<char> name, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        var start = StartValue(name, words.Length);
        var length = 0;
        foreach (var letter in words.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(letter))
            {
                _buffer[start + length++] = letter;
            }
            else if (_buffer[start + length - 1] != ' ')
            {
                _buffer[start + length++] = ' ';
            }
        }

        ToLower(_buffer.Slice(start, length));
        EndValue(start, length);
    }

    public readonly void Dispose()
    {
        if (_rented is not null)
        {
            // It holds addresses.
            ArrayPool<char>.Shared.Return(_rented, clearArray: true);
        }
    }

    private void AddTrimmed(scoped ReadOnlySpan<char> name, string? value, bool isUpper)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        var trimmed = value.AsSpan().Trim();
        var start = StartValue(name, trimmed.Length);
        var letters = _buffer.Slice(start, trimmed.Length);
        trimmed.CopyTo(letters);
        if (isUpper)
        {
            ToUpper(letters);
        }
        else
        {
            ToLower(letters);
        }

        EndValue(start, letters.Length);
    }

    /// <summary>Writes the name; the value goes to where it says, behind room for its length.</summary>
    private int StartValue(scoped ReadOnlySpan<char> name, int room)
    {
        Put(name);
        Put("=");
        Ensure(LengthRoom + room + 1);
        return _length + LengthRoom;
    }

    private void EndValue(int start, int length)
    {
        _ = length.TryFormat(_buffer[_length..], out var digits, provider: CultureInfo.InvariantCulture);
        _length += digits;
        _buffer[_length++] = ':';
        _buffer.Slice(start, length).CopyTo(_buffer[_length..]);
        _length += length;
        _buffer[_length++] = '\n';
    }

    private void Put(scoped ReadOnlySpan<char> text)
    {
        Ensure(text.Length);
        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
    }

    private void Ensure(int room)
    {
        if (_length + room <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + room, 2 * _buffer.Length));
        Text.CopyTo(larger);
        Dispose();
        _buffer = _rented = larger;
    }

    // ASCII alone: the casing of other letters depends on tables that change with the platform.
    private static void ToLower(Span<char> letters)
    {
        foreach (ref var letter in letters)
        {
            letter = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
        }
    }

    private static void ToUpper(Span<char> letters)
    {
        foreach (ref var letter in letters)
        {
            letter = char.IsAsciiLetterLower(letter) ? (char)(letter & ~0x20) : letter;
        }
    }
}
