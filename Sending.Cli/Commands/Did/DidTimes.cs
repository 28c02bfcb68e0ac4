using System.Globalization;
using System.Numerics;
using Sending.Chain.Epochs;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Did;

/// <summary>Times as users write them, and ends of validity, which may be past the end of the calendar.</summary>
internal static class DidTimes
{
    public static Value Until(BigInteger? unixSeconds) => unixSeconds switch
    {
        null => Value.None,
        { } end when end <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() => Value.Time(ChainTime.FromUnix(end)),
        _ => new Value("for ever", null),
    };

    /// <summary>A time in an option's value; null when it was not given.</summary>
    public static DateTimeOffset? Parse(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw CliException.Usage("invalid_input", $"{option} '{text}' is no time: write it as 2026-11-25T09:30:00Z.");
    }
}
