using System.Net;
using System.Text.RegularExpressions;

namespace LoyaltyShop;

/// <summary>A page as a visitor has it open.</summary>
internal sealed record Seen(Uri Address, string Html, string Text);

/// <summary>A customer with a browser.</summary>
internal sealed partial class Visitor(Uri shop) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = shop };

    public void Dispose() => _http.Dispose();

    /// <summary>Loads a page.</summary>
    public Task<Seen> OpenAsync(string path) => ReadAsync(_http.GetAsync(path));

    /// <summary>Presses the button of the first form that holds this text.</summary>
    public async Task<Seen> PressAsync(Seen page, string text)
    {
        var form = Form().Matches(page.Html).First(match => match.Value.Contains(text, StringComparison.Ordinal)).Value;
        using var fields = new FormUrlEncodedContent(
            Field().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value))
        );
        return await ReadAsync(_http.PostAsync(page.Address, fields));
    }

    private static async Task<Seen> ReadAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        var html = await response.Content.ReadAsStringAsync();
        var text = WebUtility.HtmlDecode(Markup().Replace(Paragraph().Match(html).Value, ""));
        return new(response.RequestMessage!.RequestUri!, html, response.IsSuccessStatusCode ? text : $"{(int)response.StatusCode}");
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"(?<name>[^\"]*)\"[^>]* value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("<p>.*?</p>", RegexOptions.Singleline, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();
}
