using System.Text;

namespace Sending.Chain.Configuration;

/// <summary>A setting's name: <c>rpcUrl</c> in settings files is <c>SENDING_RPC_URL</c> in the environment and <c>--rpc-url</c> on the command line.</summary>
/// <param name="Key">Its name in settings files, in camel case.</param>
/// <param name="Value">How help names its value; empty for a switch, which is <c>true</c> or <c>false</c> outside the command line.</param>
/// <param name="Description">What it is, for help.</param>
public sealed record SettingName(string Key, string Value, string Description)
{
    /// <summary>Whether it is a path; in a file it is relative to the file, else to the working directory.</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether it stands alone on the command line.</summary>
    public bool IsSwitch => Value.Length == 0;

    /// <summary>Its environment variable.</summary>
    public string Variable { get; } = "SENDING_" + Join(Key, '_').ToUpperInvariant();

    /// <summary>Its flag.</summary>
    public string Flag { get; } = "--" + Join(Key, '-').ToLowerInvariant();

    private static string Join(string key, char between)
    {
        var text = new StringBuilder();
        foreach (var letter in key)
        {
            text.Append(char.IsAsciiLetterUpper(letter) ? between.ToString() : "").Append(letter);
        }

        return text.ToString();
    }
}
