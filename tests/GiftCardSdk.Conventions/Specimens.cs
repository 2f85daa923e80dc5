using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace GiftCardSdk.Conventions;

// Each type breaks one rule on purpose, so the analyzers are right about all of them.
#pragma warning disable CA1051, CA1068, CA1819, CA1822, CA1852, CS0649, MA0016

/// <summary>One wrong type for each rule, and one that is right in every way.</summary>
internal static class Specimens
{
    public class OpenClass;

    public interface INamedBadly
    {
        Task<int> Read(CancellationToken cancellationToken = default);
    }

    public interface IWithoutToken
    {
        ValueTask ReadAsync(int id);
    }

    public interface IWithTokenFirst
    {
        IAsyncEnumerable<int> ReadAsync(CancellationToken cancellationToken, int id);
    }

    public interface IWithTokenRequired
    {
        Task ReadAsync(CancellationToken cancellationToken);
    }

    public sealed class WithArray
    {
        public int[] Values { get; init; } = [];
    }

    public sealed class WithListInside
    {
        public Task<IReadOnlyList<List<int>>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromCanceled<IReadOnlyList<List<int>>>(cancellationToken);
    }

    public sealed record WithSetter
    {
        public int Value { get; set; }
    }

    public sealed class WithField
    {
        public int Value;
    }

    public abstract class WithForeignType
    {
        protected abstract void Fill(IReadOnlyList<XElement> elements);
    }

    public sealed record Right : IAsyncDisposable
    {
        public const int Most = 1;

        public IReadOnlyList<string> Values { get; init; } = [];

        public string this[int index] => Values[index];

        public Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromCanceled<ReadOnlyMemory<byte>>(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    public sealed class RightOptions
    {
        public IList<string> Keys { get; } = [];

        public string? Name { get; set; }
    }
}

/// <summary>A wire model as none may be.</summary>
internal sealed record WireSpecimen(IReadOnlyList<DayOfWeek?> Days, string Word);

[JsonSerializable(typeof(WireSpecimen))]
internal sealed partial class WireSpecimenContext : JsonSerializerContext;
