using System.Globalization;

namespace Sending.Cli.Commands;

/// <summary>Reads ports.</summary>
internal static class Ports
{
    /// <summary>A port to listen on, 0 for any free one; null when none is given.</summary>
    /// <exception cref="CliException">It is no port.</exception>
    public static int? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw CliException.Usage("invalid_input", $"'{text}' is not a port: a number from 0 to 65535.");
    }
}
