using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using GiftCardSdk.Texts;

namespace GiftCardSdk;

/// <summary>
/// The caller's own id of an order. It is what makes a retry safe: the same reference at the same account is the same order, however often it is
/// placed. It is one order per account: at another account it is another order.
/// </summary>
/// <remarks>
/// Take it from what the order is for ("survey 81, respondent 1044"), store it before placing, and use it again after a crash. Put no personal
/// data into it: providers and logs see it.
/// <para>
/// Two references are one if all their characters are: nothing is folded, trimmed or normalized. <c>Order-1</c> and <c>order-1</c> are two orders, and so are
/// <c>é</c> as one character (NFC) and as an <c>e</c> with an accent (NFD), and one blank and two between words; bring what people type into one form
/// before it becomes a reference. Blanks at the ends are refused, since nobody sees them.
/// </para>
/// </remarks>
[JsonConverter(typeof(OrderReferenceJsonConverter))]
public readonly partial record struct OrderReference
{
    /// <summary>The most characters that a reference may have.</summary>
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <summary>Wraps the caller's own id.</summary>
    /// <param name="value">1 to 200 characters of well-formed UTF-16, no control characters, no blanks at the ends.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="value"/> is blank, too long, begins or ends with a blank, or holds a control character or half a surrogate pair.
    /// </exception>
    public OrderReference(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = MistakeOf(value) is { } mistake ? throw new ArgumentException($"An order reference: {mistake}", nameof(value)) : value;
    }

    /// <summary>The reference as the caller gave it; empty for a default value, which no order accepts.</summary>
    public string Value => _value ?? "";

    /// <summary>
    /// The id that the provider sees: the reference itself where every provider takes it (1 to 50 of <c>A-Z a-z 0-9 _ -</c>, a letter or digit
    /// first, not 32 hexadecimal digits), otherwise <c>g-</c> and 26 characters of its SHA-256. One rule for all providers; it never changes.
    /// </summary>
    public string ProviderKey =>
        PlainKey().IsMatch(Value) && !HexDigits().IsMatch(Value) ? Value : "g-" + Base32.Hash(Encoding.UTF8.GetBytes(Value));

    /// <summary>Makes a new, unique reference. Store it before placing the order: after a crash only the stored one is the same order.</summary>
    /// <returns>A random reference of 28 characters.</returns>
    public static OrderReference New() => new("o-" + Base32.Encode(RandomNumberGenerator.GetBytes(16)));

    /// <summary>
    /// Makes the same reference from the same parts, always: <c>From("survey-81", respondentId)</c>. Parts are kept apart, so that
    /// ("a", "bc") and ("ab", "c") differ.
    /// </summary>
    /// <param name="parts">What the order is for; at least one part, none null or blank. They count as they are, like references.</param>
    /// <returns>A reference of 28 characters that does not show the parts.</returns>
    /// <exception cref="ArgumentException">There is no part; or a part is null, blank, or holds half a surrogate pair.</exception>
    public static OrderReference From(params ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("At least one part is needed to make a reference.", nameof(parts));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        for (var index = 0; index < parts.Length; index++)
        {
            var bytes = Encoding.UTF8.GetBytes(Checked(parts, index));
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return new("r-" + Base32.Encode(hash.GetHashAndReset().AsSpan(0, 16)));
    }

    /// <summary>Wraps the caller's own id.</summary>
    /// <param name="value">What the constructor takes.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentException">It is no reference; see the constructor.</exception>
    public static OrderReference FromString(string value) => new(value);

    /// <summary>Lets a text stand where a reference is expected.</summary>
    /// <param name="value">What the constructor takes.</param>
    /// <exception cref="ArgumentException">It is no reference; see the constructor.</exception>
    public static implicit operator OrderReference(string value) => new(value);

    /// <summary>The reference as the caller gave it.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>A blank part would give all those who have none the same order, and half a pair is no character: they all have the same bytes.</summary>
    private static string Checked(ReadOnlySpan<string> parts, int index) =>
        string.IsNullOrWhiteSpace(parts[index])
            ? throw new ArgumentException(
                $"parts[{index}]: a part of a reference is null or blank; leave it out, or give what tells this order from others.",
                nameof(parts)
            )
        : DeliverableText.HalfPair(parts[index]) is { } mistake ? throw new ArgumentException($"parts[{index}]: {mistake}.", nameof(parts))
        : parts[index];

    private static string? MistakeOf(string value) =>
        value.Length > MaxLength || HasControl(value)
            ? $"there are 1 to {MaxLength} characters and no control characters; this one has {value.Length}."
        : char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])
            ? "it begins or ends with a blank, and would be another order than the same without it; trim it."
        : DeliverableText.HalfPair(value) is { } mistake ? mistake + "."
        : null;

    private static bool HasControl(ReadOnlySpan<char> value)
    {
        foreach (var letter in value)
        {
            if (char.IsControl(letter))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,49}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainKey();

    [GeneratedRegex("^[0-9a-fA-F]{32}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HexDigits();
}
