namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>The webhooks that came about, newest first, each with the posts of it and their answers.</summary>
internal static class WebhooksPart
{
    private const int Most = 100;

    public static Html Form(IReadOnlyList<Desk> desks) =>
        $"""
            <form method="post" action="/webhooks/receiver" class="row">
            <label>Provider <select name="twin">{BalancesPart.Options(desks.Where(desk => desk.Twin.Webhooks is not null))}</select></label>
            <label>Send to <input name="address" type="url" placeholder="http://127.0.0.1:5000/webhooks" size="32"></label>
            <button>Set the receiver</button>
            </form>
            """;

    public static Html Show(IReadOnlyList<Desk> desks)
    {
        var senders = desks
            .Where(desk => desk.Twin.Webhooks is not null)
            .Select(desk => (Desk: desk, Webhooks: desk.Twin.Webhooks!))
            .ToArray();
        var all = senders
            .SelectMany(sender =>
            {
                var attempts = sender.Webhooks.Attempts.ToLookup(attempt => attempt.Id, StringComparer.Ordinal);
                return sender.Webhooks.All.Select(webhook => (sender.Desk, Webhook: webhook, Attempts: attempts[webhook.Id]));
            })
            .OrderByDescending(entry => entry.Webhook.At)
            .Take(Most);
        return $"""
            <ul>{senders.Select(sender => Receiver(sender.Desk, sender.Webhooks))}</ul>
            {all.Select(entry => Show(entry.Desk, entry.Webhook, entry.Attempts))}
            """;
    }

    private static Html Receiver(Desk desk, SandboxWebhooks webhooks) =>
        $"<li>{desk.Provider}: {(webhooks.Receiver is { } receiver ? receiver.AbsoluteUri : "no receiver, so they wait")}</li>";

    private static Html Show(Desk desk, SandboxWebhook webhook, IEnumerable<SandboxWebhookAttempt> attempts)
    {
        var posts = attempts.ToArray();
        return $"""
            <details id="webhook-{webhook.Id}">
            <summary>{Answers(posts)} <b>{webhook.Event}</b> {webhook.Key}
            <small>{desk.Provider} · {webhook.At}</small></summary>
            <ul>{posts.Select(post => (Html)$"<li>{post.At} {post.Address.AbsoluteUri}: {Answer(post)}</li>")}</ul>
            <pre>{webhook.Body}</pre>
            <form method="post" action="/webhooks/send">
            <input type="hidden" name="twin" value="{desk.Twin.Name}"><input type="hidden" name="id" value="{webhook.Id}">
            <button>Send again</button>
            </form>
            </details>
            """;
    }

    private static Html Answers(SandboxWebhookAttempt[] posts) =>
        posts.Length == 0
            ? (Html)$"<span class=\"status s0\">waits</span>"
            : $"{posts.Select(post => (Html)$"<span class=\"status s{(post.Status ?? 0) / 100}\">{Answer(post)}</span> ")}";

    private static string Answer(SandboxWebhookAttempt post) => post.Status?.ToString(null, null) ?? "no answer";
}
