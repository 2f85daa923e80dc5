using System.Diagnostics;
using System.Globalization;
using GiftCardSdk.Sandbox.Tool;
using Command = GiftCardSdk.Sandbox.Tool.Program;

namespace GiftCardSdk.Browser.Tests.Sandbox;

/// <summary>The command giftcard-sandbox as it is typed.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("--prot", "5080")]
    [InlineData("--port", "many")]
    [InlineData("--port", "65531")]
    [InlineData("--seed")]
    public async Task An_argument_that_makes_no_sense_ends_it_with_2(params string[] words) => (await Command.Main(words)).ShouldBe(2);

    [Fact]
    public async Task Help_is_no_mistake() => (await Command.Main(["--help"])).ShouldBe(0);

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_1()
    {
        await using var tool = await SandboxTool.StartAsync(new Arguments(Port: 0));
        var port = tool.Sandbox.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);

        (await Command.Main(["--seed", "-7", "--port", port])).ShouldBe(1);
    }

    [Fact]
    public async Task It_says_where_the_page_is_and_ends_on_Ctrl_C()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there can a test press Ctrl+C.");
        var program = Path.Combine(AppContext.BaseDirectory, "GiftCardSdk.Sandbox.Tool.dll");
        // Whoever runs the tests may ignore the signal, and processes inherit that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, "--port", "0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var command = Process.Start(start)!;
        string? line;
        do
        {
            line = (await command.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        } while (!line.Contains("web page", StringComparison.Ordinal));

        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(line.Split(' ')[^1]))).ShouldContain("Gift card sandbox");

        using var press = Process.Start("kill", ["-INT", command.Id.ToString(CultureInfo.InvariantCulture)]);
        await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        command.ExitCode.ShouldBe(0);
    }
}
