using System.IO.Pipelines;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace GiftCardSdk.Tool.Tests;

/// <summary>An agent at the other end of standard input and output.</summary>
public sealed class AgentTests : IAsyncLifetime
{
    private static readonly string[] Buying = ["mcp", "--allow-orders", "--limit", "60 USD", "--account", "giftbit"];

    private static readonly (string Name, object Value)[] Card =
    [
        ("reference", "survey-81-1044"),
        ("product", "northcafeus"),
        ("amount", "25 USD"),
    ];

    private Shell _shell = null!;

    public async ValueTask InitializeAsync()
    {
        _shell = await Shell.OpenAsync();
        await _shell.TypeAsync("accounts");
    }

    public ValueTask DisposeAsync() => _shell.DisposeAsync();

    [Fact]
    public async Task An_agent_that_repeats_itself_buys_once()
    {
        await using var agent = await Agent.StartAsync(_shell, Buying);

        var first = await agent.CallAsync("place_order", Card);
        var again = await agent.CallAsync("place_order", Card);
        var other = await agent.CallAsync("place_order", [.. Card, ("amount", "30 USD")]);

        (first.IsError, again.IsError, other.IsError).ShouldBe((false, false, true), first.Text);
        ((string)again.Json["id"]!).ShouldBe((string)first.Json["id"]!);
        ((string)other.Json["error"]!).ShouldBe("Conflict");
        var sale = _shell.Sandbox.Giftbit.Ledger.Sales.ShouldHaveSingleItem();
        (first.Text + again.Text + other.Text).ShouldNotContain(sale.Issued[0].Link!);
        (await agent.EndAsync()).ShouldBe((ExitCode.Done, ""));
    }

    [Fact]
    public async Task An_agent_stays_within_its_limit_and_starting_it_again_makes_no_new_one()
    {
        await using (var agent = await Agent.StartAsync(_shell, Buying))
        {
            (await agent.CallAsync("place_order", [.. Card, ("amount", "40 USD")])).IsError.ShouldBeFalse();
        }

        await using var next = await Agent.StartAsync(_shell, Buying);
        var second = await next.CallAsync("place_order", [.. Card, ("reference", "another")]);

        (second.IsError, (string)second.Json["error"]!).ShouldBe((true, "SpendingLimit"));
        _shell.Sandbox.Giftbit.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_leave_an_agent_only_reads_and_never_sees_a_code()
    {
        await _shell.TypeAsync("order", "giftbit", "northcafeus", "25 USD", "--reference", "one", "--yes");
        await using var agent = await Agent.StartAsync(_shell, "mcp");

        var tools = await agent.ListAsync();
        tools.ShouldNotContain(tool => tool.Name == "place_order");
        tools.ShouldAllBe(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == true && tool.Description.Length > 0);
        (await agent.CallAsync("place_order", Card)).IsError.ShouldBeTrue();

        var status = await agent.CallAsync("order_status", ("reference", "one"));
        var search = await agent.CallAsync("search_catalog", ("search", "north"), ("currency", "USD"));
        var guess = await agent.CallAsync("search_catalog", ("brand", "north"));

        ((string)status.Json["reference"]!).ShouldBe("one");
        status.Text.ShouldNotContain(_shell.Sandbox.Giftbit.Ledger.Sales.ShouldHaveSingleItem().Issued[0].Link!);
        search.Text.ShouldContain("northcafeus");
        (guess.IsError, guess.Text.Contains("There is no argument 'brand'", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("mcp", "--allow-orders")]
    [InlineData("mcp", "--limit", "60 USD")]
    [InlineData("mcp", "--allow-orders", "--limit", "60 USD")]
    public async Task Orders_take_a_limit_and_one_account(params string[] arguments)
    {
        await _shell.TypeAsync("order", "giftbit", "northcafeus", "25 USD", "--yes");

        var refused = await _shell.TypeAsync(arguments);

        (refused.ExitCode, refused.Out).ShouldBe((ExitCode.Usage, ""));
        refused.Error.ShouldContain("--limit");
    }

    /// <summary>The command as a server, and the library's own client.</summary>
    private sealed class Agent(McpClient client, Stream input, Task<int> server, StringWriter error) : IAsyncDisposable
    {
        public static async Task<Agent> StartAsync(Shell shell, params string[] arguments)
        {
            var (toServer, toClient, error) = (new Pipe(), new Pipe(), new StringWriter());
            var console = shell.ConsoleOf(TextReader.Null, error, error) with
            {
                OpenStreams = () => (toServer.Reader.AsStream(), toClient.Writer.AsStream()),
            };
            var server = GiftCardTool.RunAsync(arguments, console, TestContext.Current.CancellationToken);
            var input = toServer.Writer.AsStream();
            var client = McpClient.CreateAsync(new StreamClientTransport(input, toClient.Reader.AsStream()));
            // A server that does not start would be waited for in vain.
            await Task.WhenAny(server, client);
            return server.IsCompleted && !client.IsCompleted
                ? throw new InvalidOperationException(error.ToString())
                : new(await client, input, server, error);
        }

        public async Task<Answer> CallAsync(string tool, params (string Name, object Value)[] arguments)
        {
            var said = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var (name, value) in arguments)
            {
                said[name] = value;
            }

            try
            {
                var result = await client.CallToolAsync(tool, said);
                return new(result.IsError == true, ((TextContentBlock)result.Content[0]).Text);
            }
            catch (ModelContextProtocol.McpException unknown)
            {
                return new(true, unknown.Message);
            }
        }

        public async Task<IList<McpClientTool>> ListAsync() => await client.ListToolsAsync();

        /// <summary>Hangs up.</summary>
        public async Task<(int ExitCode, string Error)> EndAsync()
        {
            await client.DisposeAsync();
            await input.DisposeAsync();
            return (await server, error.ToString());
        }

        public async ValueTask DisposeAsync() => await EndAsync();
    }

    private sealed record Answer(bool IsError, string Text)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;
    }
}
