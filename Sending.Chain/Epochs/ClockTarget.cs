using System.Globalization;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Epochs;

/// <summary>A moment of the chain that a user names: a duration from now, the next epoch, an epoch's number, or a window.</summary>
public sealed record ClockTarget
{
    private readonly Func<EpochClock, DateTimeOffset, DateTimeOffset> _resolve;

    private ClockTarget(string text, Func<EpochClock, DateTimeOffset, DateTimeOffset> resolve) => (Text, _resolve) = (text, resolve);

    /// <summary>What the user wrote.</summary>
    public string Text { get; }

    /// <summary>So much later than now.</summary>
    public static ClockTarget After(TimeSpan duration) => new(Duration.Format(duration), (_, now) => now + duration);

    /// <summary>
    /// Reads "epoch" (the next one), an epoch's number, the name of an <see cref="EpochWindow"/> (the next such), or what it begins with: w1, w2, w3, w4.
    /// </summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static ClockTarget Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim().ToLowerInvariant() switch
        {
            "w1" => "reveal",
            "w2" => "challenge",
            "w3" => "answer",
            "w4" => "settlement",
            var other => other,
        };
        if (name == "epoch")
        {
            return new ClockTarget(name, (clock, now) => clock.NextStart(now, EpochWindow.Commitment));
        }

        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch))
        {
            return new ClockTarget(name, (clock, _) => clock.StartOf(epoch));
        }

        return !char.IsAsciiDigit(name.FirstOrDefault('0')) && Enum.TryParse<EpochWindow>(name, ignoreCase: true, out var window) && Enum.IsDefined(window)
            ? new ClockTarget(name, (clock, now) => clock.NextStart(now, window))
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{text}\" is not a moment: write epoch, an epoch's number, w1, w2, w3, w4, or a window: commitment, reveal, challenge, answer or settlement.");
    }

    /// <summary>The moment, seen from <paramref name="now"/>.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: it has passed; a chain's clock never goes back.</exception>
    public DateTimeOffset Resolve(EpochClock clock, DateTimeOffset now)
    {
        var moment = _resolve(clock, now);
        return moment > now
            ? moment
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{Text}\" has passed: it is epoch {clock.EpochAt(now)} now, and a chain's clock never goes back.");
    }
}
