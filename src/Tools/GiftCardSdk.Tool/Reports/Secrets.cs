namespace GiftCardSdk.Tool.Reports;

/// <summary>The one place where a code becomes text, for whoever has asked for it by <c>--reveal</c>.</summary>
internal static class Secrets
{
    /// <summary>What a reward holds, by the names of its JSON.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Reward reward)
    {
        (string, Secret?)[] all =
        [
            ("link", reward.Link),
            ("code", reward.Code),
            ("pin", reward.Pin),
            ("challenge", reward.Challenge),
            ("securityCode", reward.SecurityCode),
            ("serial", reward.Serial),
            ("remark", reward.Remark),
        ];
        foreach (var (name, secret) in all)
        {
            if (secret is not null)
            {
                yield return (name, secret.Reveal());
            }
        }
    }
}
