namespace GiftCardSdk.Tool.Sessions;

/// <summary>What to write where something is missing.</summary>
internal static class Hints
{
    public static string NoAccounts(string? path) =>
        $$"""
            {{(path is null ? "There is no configuration." : $"{path} has no account.")}} Write one to {{path ?? SettingsFile.Name}}:

              {
                "GiftCards": {
                  "Journal": "giftcards.db",
                  "Giftbit": { "Environment": "Sandbox" }
                }
              }

            and the secrets better into environment variables, such as
            GiftCards__Giftbit__ApiToken. Another file is named by --config.

            To try the command without any account: giftcards --sandbox accounts
            """;

    public static string NoJournal(string? path) =>
        $$"""
            This needs the order journal, which keeps an order from being bought twice.
            Write to {{path ?? SettingsFile.Name}} where the application keeps its own:

              { "GiftCards": { "Journal": "giftcards.db" } }

            a SQLite file, or a connection string of PostgreSQL (Host=...).
            """;
}
