using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GiftCardSdk.AspNetCore.Health;

/// <summary>What a check found. A failure without a status of its own has that of its registration.</summary>
internal sealed record Finding(bool IsGood, string Description, IReadOnlyDictionary<string, object> Data)
{
    /// <summary>How bad this very failure is; null for as bad as the check's failures are.</summary>
    public HealthStatus? Status { get; init; }

    public HealthCheckResult ToResult(HealthStatus failure) =>
        new(IsGood ? HealthStatus.Healthy : Status ?? failure, Description, exception: null, Data);
}
