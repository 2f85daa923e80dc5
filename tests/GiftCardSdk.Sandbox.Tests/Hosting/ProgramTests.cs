using System.Globalization;

namespace GiftCardSdk.Sandbox.Tests.Hosting;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("--prot", "5080")]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--seed")]
    public void An_argument_that_makes_no_sense_ends_the_program_with_2(params string[] arguments) => Run(arguments).ShouldBe(2);

    [Fact]
    public async Task A_port_that_is_taken_ends_the_program_with_1()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync();
        var port = sandbox.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);

        Run("--seed", "-7", "--port", port).ShouldBe(1);
    }

    private static object? Run(params string[] arguments) => typeof(GiftCardSandbox).Assembly.EntryPoint!.Invoke(null, [arguments]);
}
