namespace GiftCardSdk.Sandbox;

/// <summary>Hears what changes the twins, in the order in which it does: whoever does the same again has the same twins.</summary>
internal interface ISandboxWitness
{
    /// <summary>A call that is no reading is acted upon, at its <see cref="SandboxCall.Now"/>. Under the twin's lock, before anything has changed.</summary>
    void Acts(ProviderTwin twin, TwinRoute route, SandboxCall call);

    /// <summary>A control route has done something.</summary>
    void Steers(string path, ControlRoute route, SandboxCall call);

    /// <summary>The clock was turned.</summary>
    void Turns(TimeSpan by);
}
