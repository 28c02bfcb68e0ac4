using System.Text.Json;
using Sending.Chain.Errors;

namespace Sending.Chain.Configuration;

/// <summary>A settings file: one flat JSON object of texts.</summary>
internal sealed class SettingsFile
{
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
    /// <exception cref="SendingException"><see cref="ErrorCode.SettingsMalformed"/>: it is not a JSON object of known settings.</exception>
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
                if (SettingNames.All.FirstOrDefault(known => known.Key == member.Name) is not { } name)
                {
                    throw Malformed(path, $"'{member.Name}' is no setting (known: {string.Join(", ", SettingNames.All.Select(known => known.Key))})");
                }

                if (member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not { Length: > 0 } text)
                {
                    throw Malformed(path, $"'{member.Name}' is not a text");
                }

                // Paths in a file are relative to it, so that they mean the same from every folder.
                values[member.Name] = name.IsPath ? System.IO.Path.GetFullPath(text, System.IO.Path.GetDirectoryName(path)!) : text;
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

    private static SendingException Malformed(string path, string why) =>
        new(ErrorCode.SettingsMalformed, $"The settings file {path} cannot be used: {why}. Repair or remove it.", new Dictionary<string, string> { ["file"] = path });
}
