using System.Globalization;
using System.Numerics;

namespace Sending.Chain.Epochs;

/// <summary>Times of the chain: Unix seconds in contracts, UTC in text.</summary>
public static class ChainTime
{
    /// <summary>A block timestamp or another time that a contract returned.</summary>
    public static DateTimeOffset FromUnix(BigInteger seconds) => DateTimeOffset.FromUnixTimeSeconds((long)seconds);

    /// <summary>"2026-11-23 09:30:00 UTC".</summary>
    public static string Format(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"2026-11-23T09:30:00Z", for programs (RFC 3339, XML Schema dateTime).</summary>
    public static string FormatIso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
