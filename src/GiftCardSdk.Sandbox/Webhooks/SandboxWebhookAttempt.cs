namespace GiftCardSdk.Sandbox;

/// <summary>One post of a webhook, and what the receiver said.</summary>
/// <param name="Id">The webhook's <see cref="SandboxWebhook.Id"/>.</param>
/// <param name="Address">Where it was posted.</param>
/// <param name="At">When, by the sandbox's clock.</param>
/// <param name="Status">The status of the answer; null where none came within ten seconds.</param>
public sealed record SandboxWebhookAttempt(string Id, Uri Address, DateTimeOffset At, int? Status);
