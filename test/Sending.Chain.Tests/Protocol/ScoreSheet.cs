using Nethereum.Util;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Protocol;

/// <summary>What a guardian says of an epoch.</summary>
/// <param name="Guardian">Who says it.</param>
/// <param name="Epoch">Of which epoch.</param>
/// <param name="Scores">A byte for each Edge, by index.</param>
/// <param name="Held">Indices of the Edges whose leaves it holds, each with a valid receipt.</param>
internal sealed record ScoreSheet(StoryNode Guardian, long Epoch, byte[] Scores, params int[] Held)
{
    private byte[] Salt => Sha3Keccack.Current.CalculateHash([.. Guardian.Operator.Key.GetPrivateKeyAsBytes(), (byte)Epoch]);

    /// <summary>The commitment to the scores, which hides them.</summary>
    public CommitScoresFunction Commitment()
        => new() { Epoch = Epoch, Hash = AvailabilityScores.Commitment(Epoch, Guardian.Address, Scores, Salt) };

    /// <summary>The scores, which must be those that were committed.</summary>
    public RevealScoresFunction Reveal() => new() { Epoch = Epoch, Scores = Scores, Salt = Salt, Held = HeldBitmap.Of(Held) };
}
