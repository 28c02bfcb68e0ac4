using System.Numerics;

namespace Sending.Chain.Relay.Wire;

/// <summary>How a client stands with an Edge.</summary>
/// <param name="Payer">Who pays (EIP-55); null for a session that pays for nothing.</param>
/// <param name="Signer">Whose receipts count.</param>
/// <param name="Edge">Owner of the Edge's node.</param>
/// <param name="Epoch">The epoch that work is counted to now.</param>
/// <param name="Window">Units that are served ahead of receipts.</param>
/// <param name="Credit">What is free of the credit line, in the smallest unit of SEND.</param>
/// <param name="Due">What was served and not signed for, the oldest epoch first.</param>
public sealed record AccountStatus(string? Payer, string Signer, string Edge, long Epoch, long Window, BigInteger Credit, IReadOnlyList<DueReceipt> Due)
{
    /// <summary>Units that no receipt covers yet.</summary>
    public long Outstanding => Due.Sum(due => due.Units - due.Receipted);
}

/// <summary>A receipt that an Edge asks for.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Units">What was served in it, which is what to sign.</param>
/// <param name="Receipted">What is signed already.</param>
/// <param name="Signature">The signature of that, so that a client that remembers nothing can check it; null when nothing is.</param>
public sealed record DueReceipt(long Epoch, long Units, long Receipted, byte[]? Signature);

/// <summary>A receipt as it is handed over.</summary>
/// <param name="Client">The payer.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Units">Units in it so far.</param>
/// <param name="Signature">65 bytes.</param>
public sealed record SignedReceipt(string Client, long Epoch, long Units, byte[] Signature);

/// <summary>What an Edge tells of itself to everybody.</summary>
/// <param name="ChainId">The chain.</param>
/// <param name="Edge">Owner of its node.</param>
/// <param name="WorkProofs">The contract that receipts are signed for.</param>
/// <param name="Epoch">The epoch that runs.</param>
/// <param name="FeePerUnit">In the smallest unit of SEND.</param>
/// <param name="MaxBody">Most bytes of a body.</param>
/// <param name="MaxTtl">Most seconds to live.</param>
/// <param name="Window">Units that are served ahead of receipts.</param>
public sealed record EdgeInfo(long ChainId, string Edge, string WorkProofs, long Epoch, BigInteger FeePerUnit, int MaxBody, int MaxTtl, long Window);
