using System.Text.Json.Nodes;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What a command found: as a table for a person, as JSON for a program or an agent.</summary>
internal abstract class Report
{
    /// <summary>How the command ends.</summary>
    public virtual int ExitCode => Tool.ExitCode.Done;

    /// <summary>The same for a program; secrets and addresses are masks.</summary>
    public abstract JsonNode ToJson();

    /// <summary>For a person.</summary>
    public abstract void Show(Screen screen);
}
