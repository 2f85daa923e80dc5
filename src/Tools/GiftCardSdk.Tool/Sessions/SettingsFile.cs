using Microsoft.Extensions.Configuration;

namespace GiftCardSdk.Tool.Sessions;

/// <summary>The configuration that the command runs with, and where it comes from.</summary>
/// <param name="Section">The section <c>GiftCards</c>.</param>
/// <param name="Path">The file; null if there is none, and the environment variables are all.</param>
/// <param name="Folder">What relative paths in it are relative to.</param>
internal sealed record SettingsFile(IConfigurationSection Section, string? Path, string Folder)
{
    public const string Name = "giftcards.json";

    private const string Root = "GiftCards";

    /// <summary>In words.</summary>
    public string Source => Path ?? "environment variables";

    /// <summary>The named file, else that of the working folder, else that of the user; environment variables go before each.</summary>
    public static SettingsFile Read(ToolConsole console, string? named)
    {
        var path = named is null
            ? new[] { console.Folder, console.UserFolder }
                .Select(static folder => System.IO.Path.Combine(folder, Name))
                .FirstOrDefault(File.Exists)
            : Existing(System.IO.Path.GetFullPath(named, console.Folder));
        var builder = new ConfigurationBuilder();
        if (path is not null)
        {
            builder.AddJsonFile(path, optional: false, reloadOnChange: false);
        }

        builder.AddInMemoryCollection(OfVariables(console.Variables));
        try
        {
            return new(builder.Build().GetSection(Root), path, System.IO.Path.GetDirectoryName(path) ?? console.Folder);
        }
        catch (InvalidDataException unreadable)
        {
            throw new ToolException($"{unreadable.Message} {unreadable.InnerException?.Message}", ExitCode.Usage);
        }
    }

    /// <summary>Two underscores stand for a colon there.</summary>
    private static Dictionary<string, string?> OfVariables(IReadOnlyDictionary<string, string> variables)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables.Where(static one => one.Key.StartsWith(Root + "__", StringComparison.OrdinalIgnoreCase)))
        {
            settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        return settings;
    }

    private static string Existing(string path) =>
        File.Exists(path) ? path : throw new ToolException($"There is no file {path}.", ExitCode.Usage);
}
