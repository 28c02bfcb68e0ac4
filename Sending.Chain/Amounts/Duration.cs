using System.Globalization;
using Sending.Chain.Errors;

namespace Sending.Chain.Amounts;

/// <summary>Spans of time as a user writes and reads them: "90s", "5m", "2h", "1d", "1h30m"; whole seconds.</summary>
public static class Duration
{
    private static readonly (char Unit, long Seconds)[] Units = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

    /// <summary>Reads a positive duration; units go from large to small, each at most once.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static TimeSpan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim().AsSpan();
        decimal seconds = 0;
        var nextUnit = 0;
        while (!rest.IsEmpty)
        {
            var digits = 0;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            {
                digits++;
            }

            var unit = digits is > 0 and <= 9 && digits < rest.Length ? IndexOf(rest[digits]) : -1;
            if (unit < nextUnit)
            {
                throw Invalid(text);
            }

            seconds += decimal.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture) * Units[unit].Seconds;
            nextUnit = unit + 1;
            rest = rest[(digits + 1)..];
        }

        return seconds is > 0 and <= 3_155_760_000m ? TimeSpan.FromSeconds((long)seconds) : throw Invalid(text);
    }

    /// <summary>"1d 2h", "5m 30s", "0s": the units that are not zero, parts of a second left out.</summary>
    public static string Format(TimeSpan duration)
    {
        var seconds = (long)Math.Abs(duration.TotalSeconds);
        var parts = new List<string>();
        foreach (var (unit, size) in Units)
        {
            var count = seconds / size;
            if (count > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count}{unit}"));
            }

            seconds %= size;
        }

        return parts.Count == 0 ? "0s" : (duration < TimeSpan.Zero ? "-" : "") + string.Join(' ', parts);
    }

    private static int IndexOf(char unit) => Array.FindIndex(Units, u => u.Unit == char.ToLowerInvariant(unit));

    private static SendingException Invalid(string text)
        => new(
            ErrorCode.InvalidInput,
            $"\"{text}\" is not a duration: write 90s, 5m, 2h, 1d or 1h30m.",
            new Dictionary<string, string> { ["duration"] = text });
}
