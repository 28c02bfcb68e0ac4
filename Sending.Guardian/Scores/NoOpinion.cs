using Sending.Chain.Events.Projection;

namespace Sending.Guardian.Scores;

/// <summary>Says nothing of any Edge.</summary>
internal sealed class NoOpinion : IScoreSource
{
    public byte[] ScoresOf(ProtocolState state, long epoch) => [];
}
