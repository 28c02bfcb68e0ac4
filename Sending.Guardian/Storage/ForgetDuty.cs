using System.Globalization;
using Sending.Chain.Duties;

namespace Sending.Guardian.Storage;

/// <summary>Forgets, once an epoch, what is about epochs that are long over, so that files do not grow for ever. What the last final settlement is built on stays.</summary>
/// <param name="kept">How many epochs are kept.</param>
/// <param name="forget">Forget what is about epochs before the one given.</param>
internal sealed class ForgetDuty(long kept, IReadOnlyList<Func<long, CancellationToken, ValueTask>> forget) : IDuty
{
    private long _forgotten;

    /// <inheritdoc/>
    public string Name => "forget-old-epochs";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var first = Math.Min(moment.Epoch - kept, moment.State.Settlements.LastFinal?.Epoch ?? 0);
        if (first <= 0)
        {
            return DutyReport.Nothing;
        }

        if (first > _forgotten)
        {
            foreach (var each in forget)
            {
                await each(first, cancellationToken);
            }

            _forgotten = first;
        }

        return new DutyReport(DutyState.Done, null, string.Create(CultureInfo.InvariantCulture, $"Epochs before {first} are forgotten."));
    }
}
