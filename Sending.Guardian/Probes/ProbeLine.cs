using System.Numerics;
using Nethereum.Signer;
using Sending.Chain.Accounts;

namespace Sending.Guardian.Probes;

/// <summary>A key with which one Edge is probed, and which has a credit line there and nowhere else.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Edge">Owner of the Edge's node.</param>
/// <param name="Key">The key; it pays and signs.</param>
/// <param name="UntilEpoch">The last epoch in which it is used.</param>
/// <param name="Units">Units that probes with it may have cost so far.</param>
/// <param name="Deposit">What it was given or is to be given, in the smallest unit of SEND; 0 before that is decided.</param>
/// <param name="Batch">Address of the first key that shares its deposit's transaction; null before there is one.</param>
internal sealed record ProbeLine(long Id, string Edge, EthECKey Key, long UntilEpoch, long Units, BigInteger Deposit, string? Batch)
{
    /// <summary>The key's address (EIP-55): the payer.</summary>
    public string Address { get; } = new UnlockedAccount("probe", Key).Address;
}
