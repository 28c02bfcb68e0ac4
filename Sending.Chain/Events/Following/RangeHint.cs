using System.Globalization;
using System.Text.RegularExpressions;

namespace Sending.Chain.Events.Following;

/// <summary>
/// What providers write when they refuse a range of blocks: some name a range that would do ("Try with this block range [0x1, 0x20]"), some
/// their limit ("up to a 2K block range", "max is 500 blocks").
/// </summary>
internal static partial class RangeHint
{
    /// <summary>Blocks that the provider would take; null when the message does not say.</summary>
    public static long? Parse(string? message)
    {
        if (message is null)
        {
            return null;
        }

        if (Suggested().Match(message) is { Success: true } range
            && Number(range.Groups[1].Value) is { } first
            && Number(range.Groups[2].Value) is { } last
            && last >= first
            && last - first < int.MaxValue)
        {
            return last - first + 1;
        }

        var limit = Limit().Match(message);
        if (!limit.Success)
        {
            limit = LimitAfter().Match(message);
        }

        if (!limit.Success || !long.TryParse(limit.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var blocks))
        {
            return null;
        }

        return blocks * (limit.Groups[2].Length > 0 ? 1_000 : 1) is > 0 and var most ? most : null;
    }

    private static long? Number(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? long.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var plain) ? plain : null;

    [GeneratedRegex(@"range[^\[\d]*\[\s*(0x[0-9a-f]{1,15}|\d{1,15})\s*[,-]\s*(0x[0-9a-f]{1,15}|\d{1,15})\s*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Suggested();

    // The number before "block": "a 2K block range", "500 blocks"; never "10000 results".
    [GeneratedRegex(@"\b(\d[\d,]{0,9})\s*(k)?[\s-]*blocks?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();

    // The number after it: "block range limit is 1000", "maximum allowed block range: 3000".
    [GeneratedRegex(@"\bblock\s+range\D{1,40}?(\d[\d,]{0,9})(k)?\b(?!\s*(?:results|logs|events))", RegexOptions.IgnoreCase)]
    private static partial Regex LimitAfter();
}
