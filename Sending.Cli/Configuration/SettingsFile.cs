using System.Text.Json;

namespace Sending.Cli.Configuration;

/// <summary>A settings file: one flat JSON object of texts.</summary>
internal sealed class SettingsFile
{
    private static readonly string[] Keys = ["network", "rpcUrl", "account", "passwordFile", "devnetFolder", "rpcTimeout"];

    // Paths in a file are relative to it, so that they mean the same from every folder.
    private static readonly string[] PathKeys = ["passwordFile", "devnetFolder"];

    private readonly Dictionary<string, string> _values;

    private SettingsFile(string path, Dictionary<string, string> values) => (Path, _values) = (path, values);

    public string Path { get; }

    /// <summary>The nearest file of that name, from <paramref name="folder"/> upwards; null when there is none.</summary>
    public static SettingsFile? ReadNearest(string folder, string name)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Read(System.IO.Path.Combine(current.FullName, name)) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The file's values; null when there is no such file.</summary>
    /// <exception cref="CliException">It is not a JSON object of known settings.</exception>
    public static SettingsFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Malformed(path, "it is not a JSON object");
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!Keys.Contains(member.Name))
                {
                    throw Malformed(path, $"'{member.Name}' is no setting (known: {string.Join(", ", Keys)})");
                }

                if (member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not { Length: > 0 } text)
                {
                    throw Malformed(path, $"'{member.Name}' is not a text");
                }

                values[member.Name] = PathKeys.Contains(member.Name) ? System.IO.Path.GetFullPath(text, System.IO.Path.GetDirectoryName(path)!) : text;
            }

            return new SettingsFile(path, values);
        }
        catch (JsonException exception)
        {
            throw Malformed(path, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Malformed(path, exception.Message);
        }
    }

    public string? Value(string key) => _values.GetValueOrDefault(key);

    private static CliException Malformed(string path, string why) =>
        CliException.Usage("settings_malformed", $"The settings file {path} cannot be used: {why}. Repair or remove it.");
}
