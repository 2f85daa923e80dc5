using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>Codes, links, credentials, recipients and texts reach no log, trace, audit line, exception or print, whatever goes wrong.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class RedactionConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    private static readonly ConformanceFault[] OfCreates =
    [
        ConformanceFault.RequestLost,
        ConformanceFault.AnswerLost,
        ConformanceFault.ServerErrorAfterSale,
        ConformanceFault.UnreadableAnswer,
        ConformanceFault.RateLimited,
        ConformanceFault.Unauthorized,
    ];

    /// <summary>Orders of every delivery, on good days and on bad ones; then everything that a program could print is searched.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Nothing_secret_is_ever_printed()
    {
        using var recorder = new OutputRecorder();
        await using var run = await StartAsync(recorder.Register);
        var canaries = new HashSet<string>((run.Stage as HttpConformanceStage)?.Credentials ?? [], StringComparer.Ordinal);
        foreach (var shape in run.Shapes)
        {
            await BuyAsync(run, shape, recorder, canaries);
            foreach (var fault in OfCreates)
            {
                run.Stage.StrikeCreates(fault);
                await BuyAsync(run, shape, recorder, canaries);
                run.Stage.Calm();
            }
        }

        Expect.That(!recorder.Lines.IsEmpty, "Nothing was printed, so nothing was tried.");
        Expect.That(canaries.Any(text => text.Length >= 6), "No card, address or credential was seen, so nothing was tried.");
        foreach (var canary in canaries)
        {
            var leak = recorder.Lines.FirstOrDefault(line => line.Contains(canary, StringComparison.OrdinalIgnoreCase));
            Expect.That(leak is null, $"'{canary}' is printed here: {leak}");
        }
    }

    private static async Task BuyAsync(Run run, OrderShape shape, OutputRecorder recorder, HashSet<string> canaries)
    {
        var request = TestRecipients.WithCanaries(run.NewOrder(shape));
        canaries.UnionWith(TestRecipients.TextsOf(request));
        recorder.See(request);
        try
        {
            var order = await run.Account.Orders.PlaceAsync(request);
            recorder.See(order, canaries);
            if (run.Capabilities.Supports(GiftCardFeature.Status))
            {
                run.Clock.Advance(run.Stage.CompletesWithin);
                recorder.See(await run.Account.Status.GetAsync(order.Id), canaries);
            }
        }
        catch (GiftCardException failure)
        {
            recorder.See(failure);
        }

        // A mistake of the caller's is quoted with care, too.
        var line = request.Lines[0];
        if (line.Recipient?.Email is { } email)
        {
            var wrong = request with
            {
                Reference = OrderReference.New(),
                Lines = [line with { Recipient = line.Recipient with { Email = $"not an address: {email}" } }],
            };
            recorder.See(await Expect.FailureAsync(() => run.Account.Orders.PlaceAsync(wrong), "A wrong address must be refused."));
        }
    }
}
