namespace GiftCardSdk.Sandbox;

/// <summary>The control routes of the sandbox as a whole.</summary>
internal static class SandboxControl
{
    private static ControlJsonContext Context => ControlJsonContext.Default;

    public static IEnumerable<ControlRoute> Routes(GiftCardSandbox sandbox) =>
        [
            new("GET", "", "everything on this page as JSON", _ => Overview(sandbox)),
            new("GET", "clock", "the sandbox's time", _ => Clock(sandbox)),
            new("POST", "clock/advance", "moves it forward", call => Advance(sandbox, call)),
        ];

    private static SandboxAnswer Overview(GiftCardSandbox sandbox)
    {
        var document = new SandboxDocument(
            sandbox.Seed,
            [.. sandbox.Twins.Select(Describe)],
            Enum.GetValues<FaultKind>(),
            [.. ControlPlane.AllRoutes(sandbox).Select(entry => $"{entry.Route.Method} {entry.Path}: {entry.Route.Summary}")]
        );
        return ControlPlane.Ok(document, Context.SandboxDocument);
    }

    private static TwinDocument Describe(ProviderTwin twin) =>
        new(
            twin.Name,
            twin.BaseAddress,
            twin.Credentials.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
            twin.Operations
        );

    private static SandboxAnswer Clock(GiftCardSandbox sandbox) =>
        ControlPlane.Ok(new ClockDocument(sandbox.TimeProvider.GetUtcNow(), sandbox.TimeProvider is SandboxClock), Context.ClockDocument);

    private static SandboxAnswer Advance(GiftCardSandbox sandbox, SandboxCall call)
    {
        sandbox.AdvanceClock(TimeSpan.FromSeconds(ControlPlane.Read(call, Context.AdvanceDocument).Seconds));
        return Clock(sandbox);
    }
}
