using Sending.Chain.Configuration;
using Sending.Chain.Errors;
using Sending.Chain.Http.Hosting;

namespace Sending.Guardian.Probes;

/// <summary>How Edges are probed.</summary>
/// <param name="Count">Probes of an Edge in an epoch, at least <see cref="Fewest"/>.</param>
/// <param name="Limit">An envelope that comes back within it is answered in time.</param>
internal sealed record ProbeOptions(int Count, TimeSpan Limit)
{
    /// <summary>With fewer probes a guardian has no opinion.</summary>
    public const int Fewest = 5;

    private const int UsualCount = 24;
    private const int UsualMilliseconds = 200;
    private const int DevnetCount = 6;
    private const int DevnetMilliseconds = 2_000;
    private static readonly TimeSpan s_leastConnecting = TimeSpan.FromSeconds(5);

    /// <summary>How long it may take to log in and connect, before the envelope is sent.</summary>
    public TimeSpan Connecting => Limit * 2 > s_leastConnecting ? Limit * 2 : s_leastConnecting;

    /// <summary>What the operator said.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: a setting is malformed, or there are too few probes to make a score of.</exception>
    public static ProbeOptions Of(ServiceOptions options)
    {
        var count = ServiceOptions.Number(options.Settings, SettingNames.Probes, options.OnDevnet ? DevnetCount : UsualCount);
        var limit = ServiceOptions.Number(options.Settings, SettingNames.ProbeLimit, options.OnDevnet ? DevnetMilliseconds : UsualMilliseconds);
        return count >= Fewest
            ? new ProbeOptions(count, TimeSpan.FromMilliseconds(limit))
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"{SettingNames.Probes.Flag} {count} is too few: with less than {Fewest} probes in an epoch a guardian has no opinion.",
                new Dictionary<string, string> { ["setting"] = SettingNames.Probes.Key });
    }
}
