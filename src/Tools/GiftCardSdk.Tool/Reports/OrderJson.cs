using System.Text.Json.Nodes;

namespace GiftCardSdk.Tool.Reports;

/// <summary>Orders and journal entries as JSON.</summary>
internal static class OrderJson
{
    /// <summary>An order; its codes are masks unless they are to be shown.</summary>
    public static JsonNode Of(Order order, bool reveals)
    {
        var json = Json.Of(order)!;
        if (reveals && json["rewards"] is JsonArray rewards)
        {
            foreach (var (reward, card) in order.Rewards.Zip(rewards))
            {
                foreach (var (name, secret) in Secrets.Of(reward))
                {
                    card![name] = secret;
                }
            }
        }

        return json;
    }

    /// <summary>What the journal knows; nothing secret is in it.</summary>
    public static JsonNode Of(JournalEntry entry) =>
        new JsonObject
        {
            ["reference"] = entry.Identity.Reference.Value,
            ["account"] = entry.Identity.Account,
            ["provider"] = entry.Identity.Provider,
            ["environment"] = entry.Identity.Environment.ToString(),
            ["operation"] = entry.Identity.Operation,
            ["state"] = entry.State.ToString(),
            ["providerKey"] = entry.ProviderKey,
            ["orderIds"] = Json.Array(entry.ProviderOrderIds, static id => id),
            ["lines"] = Json.Array(
                entry.Lines,
                static line => new JsonObject
                {
                    ["productId"] = line.ProductId,
                    ["faceValue"] = Json.Of(line.FaceValue),
                    ["quantity"] = line.Quantity,
                }
            ),
            ["createdAt"] = Json.Of(entry.CreatedAt),
            ["firstSentAt"] = Json.Of(entry.FirstSentAt),
            ["lastSentAt"] = Json.Of(entry.LastSentAt),
            ["attempts"] = entry.Attempt,
            ["lookups"] = entry.LookupCount,
            ["lastError"] = entry.LastErrorCode?.ToString(),
            ["reason"] = entry.Reason,
        };
}
