using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Reports;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Definition = ModelContextProtocol.Protocol.Tool;

namespace GiftCardSdk.Tool.Mcp;

/// <summary>One thing that an agent can ask for; its answer is the JSON of the command of the same purpose.</summary>
internal sealed class AgentTool(
    Definition definition,
    IReadOnlyList<AgentParameter> parameters,
    Func<AgentArguments, CancellationToken, Task<Report>> run
) : McpServerTool
{
    public override Definition ProtocolTool => definition;

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var report = await run(AgentArguments.Read(request.Params?.Arguments, parameters), cancellationToken).ConfigureAwait(false);
            return Answer(report.ToJson(), isError: false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Answer(Error(failure), isError: true);
        }
    }

    private static CallToolResult Answer(JsonNode json, bool isError) =>
        new() { Content = [new TextContentBlock { Text = Json.Text(json) }], IsError = isError };

    private static JsonObject Error(Exception failure)
    {
        var refused = failure as GiftCardException;
        return new()
        {
            ["error"] = refused?.Code.ToString() ?? "InvalidRequest",
            ["outcome"] = refused?.Outcome.ToString(),
            ["message"] = Failures.Of(failure).Message,
        };
    }
}
