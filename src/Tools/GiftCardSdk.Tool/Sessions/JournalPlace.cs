using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.Tool.Sessions;

/// <summary>Where the order journal is kept.</summary>
/// <param name="Shown">The place, without a password.</param>
/// <param name="File">The SQLite file; null for PostgreSQL.</param>
internal sealed record JournalPlace(string Shown, string? File)
{
    private string? Connection { get; init; }

    /// <summary>The setting <c>GiftCards:Journal</c>: a connection string of PostgreSQL, or the path of a SQLite file; null if it is not set.</summary>
    public static JournalPlace? Parse(SettingsFile settings)
    {
        var text = settings.Section[ConfiguredAccounts.Journal];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            var path = Path.GetFullPath(text, settings.Folder);
            return new(path, path);
        }

        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            return new($"PostgreSQL, {connection.Database} at {connection.Host}", null) { Connection = text };
        }
        catch (ArgumentException)
        {
            // Its message may repeat the text, and with it the password.
            throw new ToolException(
                $"{settings.Section.Path}:{ConfiguredAccounts.Journal} is no connection string that PostgreSQL's client understands.",
                ExitCode.Usage
            );
        }
    }

    /// <summary>Keeps the session's orders there.</summary>
    /// <returns>What the session disposes of at its end; null if there is nothing.</returns>
    public NpgsqlDataSource? Use(GiftCardsBuilder builder, bool mayCreate)
    {
        if (Connection is not { } connection)
        {
            if (mayCreate)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(File!)!);
            }

            builder.UseSqliteJournal(File!, options => options.CreateIfMissing = mayCreate);
            return null;
        }

        var database = NpgsqlDataSource.Create(connection);
        builder.UsePostgreSqlJournal(database);
        return database;
    }
}
