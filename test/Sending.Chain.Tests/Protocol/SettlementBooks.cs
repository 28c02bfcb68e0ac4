using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Protocol;

/// <summary>The books that every guardian keeps: what each node has earned and each credit line was charged since the beginning.</summary>
internal sealed class SettlementBooks(TypedDataDomain domain)
{
    private readonly Dictionary<string, BigInteger> _earned = [];
    private readonly Dictionary<(string Payer, string Edge), BigInteger> _charged = [];
    private byte[] _previous = new byte[32];
    private BigInteger _earnedBefore;
    private BigInteger _chargedBefore;

    public BigInteger TotalEarned => Sum(_earned.Values) - _earnedBefore;

    public BigInteger TotalCharged => Sum(_charged.Values) - _chargedBefore;

    public void Earn(StoryNode node, BigInteger amount) => _earned[node.Address] = EarnedBy(node) + amount;

    /// <summary>What guardians earn in an epoch they revealed scores in: half a thousandth of their stake, which is less than their part of the emission.</summary>
    public void EarnAsGuardians(IEnumerable<StoryNode> guardians)
    {
        foreach (var guardian in guardians)
        {
            Earn(guardian, guardian.Stake / 2_000);
        }
    }

    /// <summary>Charges a line; 0 for one that was opened and not used, which has a leaf all the same.</summary>
    public void Charge(string payer, StoryNode edge, BigInteger amount) => _charged[(payer, edge.Address)] = ChargedTo(payer, edge) + amount;

    public BigInteger EarnedBy(StoryNode node) => _earned.GetValueOrDefault(node.Address);

    public BigInteger ChargedTo(string payer, StoryNode edge) => _charged.GetValueOrDefault((payer, edge.Address));

    /// <summary>The settlement of all that the books have got since the last final one.</summary>
    public SettlementMessage Settle(long epoch)
        => new(epoch, _previous, Earnings().Root, TotalEarned, Charges().Root, TotalCharged);

    /// <summary>Begins a new page: this settlement is final.</summary>
    public void TurnPage(SettlementMessage settlement)
        => (_previous, _earnedBefore, _chargedBefore) = (settlement.Digest(domain), _earnedBefore + TotalEarned, _chargedBefore + TotalCharged);

    /// <summary>A settlement with the signatures of guardians' operators, in the order given.</summary>
    public SubmitSettlementFunction Sign(SettlementMessage settlement, params StoryNode[] guardians)
        => new()
        {
            Settlement = new Settlement
            {
                Epoch = settlement.Epoch,
                Previous = settlement.Previous,
                EarningsRoot = settlement.EarningsRoot,
                TotalEarned = settlement.TotalEarned,
                ChargesRoot = settlement.ChargesRoot,
                TotalCharged = settlement.TotalCharged,
            },
            Guardians = [.. guardians.Select(guardian => guardian.Address)],
            Signatures = [.. guardians.Select(guardian => settlement.Sign(domain, guardian.Operator.Key))],
        };

    /// <summary>The claim of all that a node has earned so far.</summary>
    public ClaimFunction Claim(StoryNode node)
        => new()
        {
            Node = node.Address,
            Cumulative = EarnedBy(node),
            Proof = [.. Earnings().ProofOf(new NodeEarnings(node.Address, EarnedBy(node)).Leaf())],
        };

    /// <summary>The withdrawal of what a payer requested, with the proof of what he was charged.</summary>
    public WithdrawFunction Withdraw(string payer, StoryNode edge)
        => new()
        {
            Edge = edge.Address,
            CumulativeCharged = ChargedTo(payer, edge),
            Proof = [.. Charges().ProofOf(new LineCharge(payer, edge.Address, ChargedTo(payer, edge)).Leaf())],
        };

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, BigInteger.Add);

    private StandardMerkleTree Earnings() => SettlementTrees.OfEarnings(_earned.Select(entry => new NodeEarnings(entry.Key, entry.Value)));

    private StandardMerkleTree Charges()
        => SettlementTrees.OfCharges(_charged.Select(entry => new LineCharge(entry.Key.Payer, entry.Key.Edge, entry.Value)));
}
