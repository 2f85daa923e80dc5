using System.Security.Cryptography;
using Quartz.Extensibility;

namespace GiftCardSdk.Quartz;

/// <summary>
/// What this node is called: machine, process and something random, new with each start. Also its instance id in Quartz, where two nodes of one name take
/// each other's jobs for their own.
/// </summary>
internal sealed class NodeName : IInstanceIdGenerator
{
    private const int LongestMachine = 40;

    public string Value { get; } =
        FormattableString.Invariant($"{Machine()}-{Environment.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");

    public ValueTask<string> GenerateInstanceId(CancellationToken cancellationToken = default) => new(Value);

    private static string Machine() =>
        Environment.MachineName is { Length: > LongestMachine } name ? name[..LongestMachine] : Environment.MachineName;
}
