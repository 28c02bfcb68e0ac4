using Sending.Chain.Events.Projection;

namespace Sending.Guardian.Scores;

/// <summary>Knows how available Edges were.</summary>
internal interface IScoreSource
{
    /// <summary>The scores of an epoch that has ended: a byte for each Edge index, 255 for no opinion, which is also what is said beyond the end.</summary>
    byte[] ScoresOf(ProtocolState state, long epoch);
}
