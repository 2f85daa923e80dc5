using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SurveyReward;

/// <summary>The application: a question, and the reward for its answer.</summary>
internal static class Survey
{
    public static async Task<WebApplication> StartAsync(GifqTwin provider, Answers answers, string journal, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder
            .Services.AddGiftCards()
            .UseSqliteJournal(journal)
            // Yours: AddGifq(builder.Configuration.GetSection("GiftCards:Gifq")).
            .AddGifq(options => (options.BaseAddress, options.ApiToken) = (provider.BaseAddress, provider.ApiToken));
        builder.Services.AddSingleton(answers).AddSingleton<Rewards>();
        builder.Services.AddSingleton<IOrderRequestSource>(services => services.GetRequiredService<Rewards>());

        var app = builder.Build();
        app.Use(KeepPrivateAsync);
        var survey = app.MapGroup("/survey/{invitation}");
        survey.MapGet("", (string invitation) => answers.Invited.ContainsKey(invitation) ? Pages.Question() : Results.NotFound());
        survey.MapPost("", AnswerAsync);
        survey.MapGet("/reward", RewardAsync);
        await app.StartAsync();
        return app;
    }

    /// <summary>The invitation in the path is what allows it, and no cookie: there is nothing that another site could misuse.</summary>
    private static async Task<IResult> AnswerAsync(string invitation, HttpRequest request, Answers answers)
    {
        if (!answers.Invited.TryGetValue(invitation, out var respondent))
        {
            return Results.NotFound();
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        answers.Keep(respondent, form["answer"].ToString());
        return Results.Redirect($"/survey/{invitation}/reward"); // Which can be loaded again without sending the answer again.
    }

    private static async Task<IResult> RewardAsync(
        string invitation,
        Answers answers,
        Rewards rewards,
        CancellationToken cancellationToken
    ) =>
        answers.Invited.TryGetValue(invitation, out var respondent) && answers.Respondents.Contains(respondent)
            ? Pages.Reward(await rewards.ShowAsync(respondent, cancellationToken))
            : Results.NotFound();

    /// <summary>No browser and nobody in between keeps a page with a card, and no other host learns its address.</summary>
    private static Task KeepPrivateAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.CacheControl, headers["Referrer-Policy"]) = ("no-store", "no-referrer");
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        return next(context);
    }
}
