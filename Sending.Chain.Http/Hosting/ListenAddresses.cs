using System.Net;
using Sending.Chain.Errors;

namespace Sending.Chain.Http.Hosting;

/// <summary>Where a service listens.</summary>
public static class ListenAddresses
{
    /// <summary>Reads <c>address:port</c>, an address alone, or a port alone; several with commas. Loopback when null.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static IReadOnlyList<IPEndPoint> Parse(string? text, int defaultPort)
        => text is null ? [new IPEndPoint(IPAddress.Loopback, defaultPort)] : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(part => One(part, defaultPort))];

    private static IPEndPoint One(string text, int defaultPort)
    {
        var written = text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        if (ushort.TryParse(written.TrimStart(':'), out var port))
        {
            return new IPEndPoint(IPAddress.Loopback, port);
        }

        if (IPAddress.TryParse(written, out var address))
        {
            return new IPEndPoint(address, defaultPort);
        }

        return IPEndPoint.TryParse(written, out var endpoint)
            ? endpoint
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"'{text}' is not an address to listen on, such as 127.0.0.1:8088, [::1]:8088 or 8088; 0.0.0.0 is every one of this machine.",
                new Dictionary<string, string> { ["listen"] = text });
    }
}
