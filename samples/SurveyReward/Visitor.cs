using System.Net;
using System.Text.RegularExpressions;

namespace SurveyReward;

/// <summary>A respondent with a browser.</summary>
internal sealed class Visitor(HttpClient http, string address)
{
    /// <summary>Sends the answer, and returns what the page behind it says.</summary>
    public async Task<string> AnswerAsync()
    {
        using var answer = new FormUrlEncodedContent([new("answer", "Strong, and in time.")]);
        using var response = await http.PostAsync(address, answer);
        return TextOf(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    /// <summary>Loads the page, which refreshes itself, until it no longer says "soon".</summary>
    public async Task<string> ReloadAsync()
    {
        while (true)
        {
            var page = TextOf(await http.GetStringAsync(address + "/reward"));
            if (!page.EndsWith("soon.", StringComparison.Ordinal))
            {
                return page;
            }
        }
    }

    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(
            Regex.Replace(
                html[html.LastIndexOf("<p>", StringComparison.Ordinal)..],
                "<.*?>",
                "",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );
}
