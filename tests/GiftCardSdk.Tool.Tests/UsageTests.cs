namespace GiftCardSdk.Tool.Tests;

/// <summary>What is typed, and what is shown of it.</summary>
public sealed class UsageTests : IAsyncLifetime
{
    private static readonly string[] Reads = ["accounts", "catalog", "balances", "open"];

    private static readonly string[] Shells = ["bash", "zsh", "pwsh"];

    private Shell _shell = null!;

    public async ValueTask InitializeAsync() => _shell = await Shell.OpenAsync();

    public ValueTask DisposeAsync() => _shell.DisposeAsync();

    [Fact]
    public async Task An_account_that_is_not_there_is_refused_with_those_of_the_settings()
    {
        var run = await _shell.TypeAsync("order", "nobody", "northcafeus", "25 USD", "--yes");

        (run.ExitCode, run.Out).ShouldBe((ExitCode.Usage, ""));
        run.Said.ShouldEndWith("The settings have no account 'nobody'; they have 'gifq', 'giftbit', 'giftronaut', 'huuray'.");
    }

    [Fact]
    public async Task Help_is_what_was_asked_for_and_names_the_exit_codes()
    {
        var help = await _shell.TypeAsync("order", "--help");

        (help.ExitCode, help.Error).ShouldBe((ExitCode.Done, ""));
        help.Out.ShouldContain("--max-cost");
        foreach (var (_, meaning) in ExitCode.Table)
        {
            help.Out.ShouldContain(meaning);
        }

        help.Lines.ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task The_documented_exit_codes_are_those_of_help()
    {
        var page = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "command-line.md"));

        page.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .ShouldBe(ExitCode.Table.Select(row => $"| {row.Code} | {row.Meaning} |"));
    }

    [Fact]
    public async Task Every_shell_is_told_how_to_complete_words()
    {
        foreach (var shell in Shells)
        {
            (await _shell.TypeAsync("completion", shell)).Out.ShouldContain("[suggest:");
        }

        (await _shell.TypeAsync("[suggest:12]", "giftcards re")).Out.Trim().ShouldBe("reconcile");
    }

    [Fact]
    public async Task An_option_that_is_none_is_an_error_and_nothing_else()
    {
        var mistake = await _shell.TypeAsync("balances", "--acount", "giftbit");

        (mistake.ExitCode, mistake.Out).ShouldBe((ExitCode.Usage, ""));
        mistake.Error.ShouldContain("--acount");
    }

    [Fact]
    public async Task Without_settings_it_says_what_to_write_and_does_not_play_by_itself()
    {
        _shell.Settings.Clear();
        _shell.Variables.Clear();

        var lost = await _shell.TypeAsync("accounts");

        (lost.ExitCode, lost.Out).ShouldBe((ExitCode.Usage, ""));
        lost.Error.ShouldContain("\"Giftbit\": {");
        lost.Error.ShouldContain("giftcards --sandbox");
        (await _shell.TypeAsync("--sandbox", "accounts")).Out.ShouldContain("play money");
    }

    [Fact]
    public async Task A_misspelt_provider_and_a_misspelt_setting_are_both_told()
    {
        _shell.Settings["Gitbit"] = "";
        (await _shell.TypeAsync("accounts")).Error.ShouldContain("GiftCards:Gitbit is not read; there are Giftbit,");

        _shell.Settings["Gifq"]!["Enviroment"] = "Production";
        var refused = await _shell.TypeAsync("accounts");

        refused.ExitCode.ShouldBe(ExitCode.Usage);
        refused.Said.ShouldContain("GiftCards:Gifq:Enviroment is no setting; did you mean Environment?");
    }

    [Fact]
    public async Task A_second_account_at_a_provider_has_a_name_of_its_own()
    {
        _shell.Settings["Accounts"] = new System.Text.Json.Nodes.JsonObject
        {
            ["gifq-eu"] = new System.Text.Json.Nodes.JsonObject
            {
                ["Gifq"] = new System.Text.Json.Nodes.JsonObject { ["ApiToken"] = "another" },
            },
        };

        var accounts = (await _shell.TypeAsync("accounts", "--json")).Json["accounts"]!.AsArray();

        accounts
            .Select(account => (string)account!["name"]!)
            .ShouldBe(["gifq", "gifq-eu", "giftbit", "giftronaut", "huuray"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_written_into_a_file_is_plain_and_80_columns_wide()
    {
        (await _shell.TypeAsync("order", "giftbit", "northcafeus", "25", "USD", "--yes")).ExitCode.ShouldBe(ExitCode.Done);

        foreach (var command in Reads)
        {
            var run = await _shell.TypeAsync(command);

            run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
            run.Lines.ShouldAllBe(line => line.Length <= 80);
            run.Out.ShouldNotContain('\u001b');
            run.Out.ShouldNotContain('│');
        }
    }

    [Fact]
    public async Task NO_COLOR_is_plain_on_a_terminal_too()
    {
        _shell.IsTerminal = true;
        (await _shell.TypeAsync("balances")).Out.ShouldContain('│');

        _shell.Variables["NO_COLOR"] = "1";
        var plain = await _shell.TypeAsync("balances");

        plain.Out.ShouldContain("USD");
        plain.Out.ShouldNotContain('\u001b');
        plain.Out.ShouldNotContain('│');
    }

    [Fact]
    public async Task Everything_that_is_shown_is_there_as_JSON()
    {
        var catalog = (await _shell.TypeAsync("catalog", "north", "--currency", "USD", "--json")).Json;
        var balances = (await _shell.TypeAsync("balances", "--account", "giftbit", "--json")).Json;
        var offers = (await _shell.TypeAsync("offers", "pixel", "25 USD", "--country", "US", "--json")).Json;

        catalog["offers"]!.AsArray().ShouldContain(offer => (string)offer!["productId"]! == "northcafeus");
        ((string)balances["balances"]![0]!["account"]!).ShouldBe("giftbit");
        ((string)offers["offers"]![0]!["cost"]!).ShouldBe("24.25 USD", "GIFQ's discount makes it the cheapest.");
    }
}
