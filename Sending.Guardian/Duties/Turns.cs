using Sending.Chain.Duties;
using Sending.Chain.Staking;

namespace Sending.Guardian.Duties;

/// <summary>What one guardian does is enough for all: they take turns, so that gas is not spent twice. Races do no harm.</summary>
internal static class Turns
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    /// <summary>When the guardian's turn comes, after something can be done from <paramref name="from"/> on.</summary>
    /// <param name="moment">Now.</param>
    /// <param name="guardian">The guardian.</param>
    /// <param name="epoch">Another one is first in each epoch.</param>
    /// <param name="from">When the first one's turn comes.</param>
    public static DateTimeOffset Of(DutyMoment moment, GuardianIdentity guardian, long epoch, DateTimeOffset from)
    {
        var active = moment.State.Staking.ListNodes(NodeRole.Guardian).Where(node => node.Active).Select(node => node.Owner).Order(StringComparer.Ordinal).ToList();
        var place = active.FindIndex(guardian.Owns);
        var turn = place < 0 ? active.Count : (int)((place + epoch) % active.Count);
        var step = moment.Clock.EpochDuration / 60;
        return from + ((step < s_longest ? step : s_longest) * turn);
    }
}
