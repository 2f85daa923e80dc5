namespace GiftCardSdk.Sandbox;

/// <summary>How a <see cref="GiftCardSandbox"/> is set up before it starts.</summary>
public sealed class GiftCardSandboxOptions
{
    /// <summary>
    /// The clock everything runs on: completion, delivery, expiry, rate limits, slow and late faults. The system's by default; a manual
    /// one makes a test independent of real time, a <see cref="SandboxClock"/> can be moved over HTTP.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The seed of probabilistic faults and of all ids and links; 1 by default. Equal calls under an equal seed repeat exactly.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The port of the first twin on the loopback address, and of the control routes; further twins follow on the next ports. 0, the default, takes any free ones.</summary>
    public int Port { get; set; }

    /// <summary>Done with the twins before anybody can call them; null for nothing.</summary>
    internal Action<GiftCardSandbox>? BeforeOpening { get; set; }

    /// <summary>The switches of the Giftbit twin; they may also be changed while it runs, through <see cref="GiftbitTwin.Options"/>.</summary>
    public GiftbitTwinOptions Giftbit { get; } = new();

    /// <summary>The switches of the Giftronaut twin; they may also be changed while it runs, through <see cref="GiftronautTwin.Options"/>.</summary>
    public GiftronautTwinOptions Giftronaut { get; } = new();

    /// <summary>The switches of the Gift Card Partners twin; they may also be changed while it runs, through <see cref="GiftCardPartnersTwin.Options"/>.</summary>
    public GiftCardPartnersTwinOptions GiftCardPartners { get; } = new();

    /// <summary>The switches of the GIFQ twin; they may also be changed while it runs, through <see cref="GifqTwin.Options"/>.</summary>
    public GifqTwinOptions Gifq { get; } = new();

    /// <summary>The switches of the Huuray twin; they may also be changed while it runs, through <see cref="HuurayTwin.Options"/>.</summary>
    public HuurayTwinOptions Huuray { get; } = new();
}
