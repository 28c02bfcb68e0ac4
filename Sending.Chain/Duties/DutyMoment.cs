using Sending.Chain.Epochs;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Duties;

/// <summary>What a duty sees: the protocol's state at the newest block that is indexed. The time is that block's, never the machine's.</summary>
/// <param name="State">The state; it is gone when the duty has run.</param>
public sealed record DutyMoment(ProtocolState State)
{
    /// <summary>The newest block that is indexed.</summary>
    public IndexedBlock Block => State.Block;

    /// <summary>The epoch clock.</summary>
    public EpochClock Clock => State.Clock;

    /// <summary>The block's timestamp.</summary>
    public DateTimeOffset ChainTime => State.Block.Time;

    /// <summary>The epoch that runs.</summary>
    public long Epoch => Clock.EpochAt(ChainTime);

    /// <summary>When the windows of <paramref name="epoch"/> begin: its end.</summary>
    public DateTimeOffset EndOf(long epoch) => Clock.StartOf(epoch + 1);
}
