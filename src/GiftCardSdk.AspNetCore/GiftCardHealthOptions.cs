using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GiftCardSdk.AspNetCore;

/// <summary>What the health checks hold to be healthy, and how bad each thing is.</summary>
public sealed class GiftCardHealthOptions
{
    /// <summary>
    /// How long an answer is kept: however often the checks are asked, a provider or the journal is asked at most once in this time; a minute by
    /// default, zero or more.
    /// </summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one question may take, waits for the account's rate limit included; 10 seconds by default, more than zero.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What accounts should hold; empty, the default, for no check of any amount.</summary>
    public IList<BalanceFloor> Floors { get; } = [];

    /// <summary>An order whose end has been unknown for longer than this is a failure; 15 minutes by default.</summary>
    public TimeSpan UnresolvedAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>An order that has waited for a person for longer than this is a failure; at once by default.</summary>
    public TimeSpan ParkedAfter { get; set; }

    /// <summary>An event or a hint of the inbox that is overdue by more than this is a failure; 5 minutes by default.</summary>
    public TimeSpan InboxLateAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How bad refused credentials are, or an account that cannot be made of its options; unhealthy by default.</summary>
    public HealthStatus Credentials { get; set; } = HealthStatus.Unhealthy;

    /// <summary>How bad it is that a provider cannot be reached or read; degraded by default.</summary>
    public HealthStatus Reachability { get; set; } = HealthStatus.Degraded;

    /// <summary>How bad a balance below its floor is; degraded by default.</summary>
    public HealthStatus Balance { get; set; } = HealthStatus.Degraded;

    /// <summary>How bad an open circuit is; degraded by default.</summary>
    public HealthStatus Circuit { get; set; } = HealthStatus.Degraded;

    /// <summary>How bad orders are that are open for too long; degraded by default.</summary>
    public HealthStatus Orders { get; set; } = HealthStatus.Degraded;

    /// <summary>How bad an inbox is that lies behind, or holds what handlers have failed at for good; degraded by default.</summary>
    public HealthStatus Inbox { get; set; } = HealthStatus.Degraded;

    /// <summary>How bad a journal is that cannot be written, without which nothing is bought; unhealthy by default.</summary>
    public HealthStatus Journal { get; set; } = HealthStatus.Unhealthy;
}

/// <summary>What an account should hold.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Least">The least that should be available, in one currency.</param>
public sealed record BalanceFloor(string Account, Money Least);
