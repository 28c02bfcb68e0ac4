using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Formats;

namespace Sending.Chain.Settlements;

/// <summary>What is about settlements, as the contracts take it.</summary>
public static class SettlementCalls
{
    /// <summary>The settlement as RewardPool takes it.</summary>
    public static Settlement ToContract(this SettlementMessage message) => new()
    {
        Epoch = message.Epoch,
        Previous = message.Previous,
        EarningsRoot = message.EarningsRoot,
        TotalEarned = message.TotalEarned,
        ChargesRoot = message.ChargesRoot,
        TotalCharged = message.TotalCharged,
    };

    /// <summary>Submits a settlement.</summary>
    /// <param name="message">The settlement.</param>
    /// <param name="signatures">Of enough guardians, in any order; each once.</param>
    public static SubmitSettlementFunction Submission(SettlementMessage message, IEnumerable<GuardianSignature> signatures)
    {
        GuardianSignature[] ordered = [.. signatures.OrderBy(entry => entry.Guardian, StringComparer.OrdinalIgnoreCase)];
        return new SubmitSettlementFunction
        {
            Settlement = message.ToContract(),
            Guardians = [.. ordered.Select(entry => entry.Guardian)],
            Signatures = [.. ordered.Select(entry => entry.Signature)],
        };
    }

    /// <summary>Claims what a node has earned.</summary>
    public static ClaimFunction Claim(EarningsProof proof) => new() { Node = proof.Node, Cumulative = proof.Cumulative, Proof = [.. proof.Proof] };

    /// <summary>Withdraws what the payer of a line has requested.</summary>
    public static WithdrawFunction Withdrawal(ChargeProof proof) => new() { Edge = proof.Edge, CumulativeCharged = proof.Cumulative, Proof = [.. proof.Proof] };
}
