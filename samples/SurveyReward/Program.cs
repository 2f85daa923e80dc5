using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SurveyReward;

// A survey that pays: the card is shown with the thanks, and where the provider is slow, soon after.
//   dotnet run --project samples/SurveyReward               three respondents, over HTTP, on the sandbox; ends by itself
//   dotnet run --project samples/SurveyReward -- --serve    for your browser, until Ctrl+C

var clock = new SandboxClock();
await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
var provider = sandbox.Gifq;
var answers = new Answers();
using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
var folder = Directory.CreateTempSubdirectory("survey-reward-");
var journal = Path.Combine(folder.FullName, "giftcards.db");
try
{
    return args is ["--serve"] ? await ServeAsync() : await ShowAsync();
}
finally
{
    folder.Delete(recursive: true);
}

async Task<int> ServeAsync()
{
    await using var app = await Survey.StartAsync(provider, answers, journal, port: 5090);
    Console.WriteLine(string.Join('\n', answers.Invited.Keys.Select(invitation => $"{app.Urls.Single()}/survey/{invitation}")));
    await app.WaitForShutdownAsync();
    return 0;
}

async Task<int> ShowAsync()
{
    string card;
    bool isRight;
    await using (var app = await Survey.StartAsync(provider, answers, journal))
    {
        var (mira, ida, noor) = (Visit(app, 0), Visit(app, 1), Visit(app, 2));
        var rewards = app.Services.GetRequiredService<Rewards>();
        rewards.Patience = TimeSpan.FromSeconds(30); // So that it is no race on a machine that is busy with other things.
        provider.Options.CompletionDelay = TimeSpan.Zero;
        var twice = await Task.WhenAll(mira.AnswerAsync(), mira.AnswerAsync());
        card = Say("Mira presses the button twice", twice[0]);
        isRight = twice[1] == card && Say("and loads the page again", await mira.ReloadAsync()) == card;

        provider.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );
        await ida.AnswerAsync();
        Say("Ida's is sold, and the answer gets lost", await ida.ReloadAsync());

        rewards.Patience = TimeSpan.FromSeconds(1);
        provider.Options.CompletionDelay = TimeSpan.FromMinutes(10);
        isRight &= Say("Noor's takes the provider ten minutes", await noor.AnswerAsync()).EndsWith("soon.", StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(10));
        Say("which pass", await noor.ReloadAsync());
    }

    await using var restarted = await Survey.StartAsync(provider, answers, journal);
    isRight &= Say("Mira answers again after a restart", await Visit(restarted, 0).AnswerAsync()) == card;
    var (sold, duplicates) = (provider.Ledger.Count, provider.Ledger.Duplicates);
    Console.WriteLine($"SurveyReward finished: {answers.Respondents.Count} answers, {sold} cards sold, {duplicates} duplicates");
    return isRight && (answers.Respondents.Count, sold, duplicates) == (3, 3, 0) ? 0 : 1;
}

Visitor Visit(WebApplication app, int number) => new(http, $"{app.Urls.Single()}/survey/{answers.Invited.Keys.ElementAt(number)}");

static string Say(string when, string page)
{
    Console.WriteLine($"{when, -39} {page}");
    return page;
}
