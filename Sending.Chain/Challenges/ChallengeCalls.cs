using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Transactions;
using Sending.Chain.Work;

namespace Sending.Chain.Challenges;

/// <summary>The calls about a commitment, without a look at whether they succeed; who wants that looks at <see cref="ChallengeActions"/>, or leaves it to the outbox.</summary>
/// <param name="contracts">Where they go.</param>
/// <param name="epoch">The commitment's epoch.</param>
/// <param name="edge">The commitment's Edge: its owner.</param>
/// <param name="from">Who signs; the bond of a challenge is its.</param>
public sealed class ChallengeCalls(ContractAddresses contracts, long epoch, string edge, string from)
{
    /// <summary>Lets WorkProofs take bonds from the account.</summary>
    /// <param name="amount">All bonds that are to be taken, in the smallest unit of SEND; it replaces what was allowed before.</param>
    public TransactionCall Approve(BigInteger amount)
        => TransactionCall.Of(contracts.SendToken, new ApproveFunction { Spender = contracts.WorkProofs, Value = amount }, from);

    /// <summary>Asks for the proof of a unit, with a bond.</summary>
    public TransactionCall Challenge(ulong unit) => Of(new ChallengeFunction { Epoch = epoch, Edge = edge, Unit = unit });

    /// <summary>Proves units; those that are not open are passed over when there are several. One of them must be open.</summary>
    /// <param name="proven">Units with the leaves that cover them; at least one.</param>
    public TransactionCall Answer(IReadOnlyList<(ulong Unit, LeafEvidence Leaf)> proven)
        => proven is [var (unit, leaf)]
            ? Of(new AnswerFunction { Epoch = epoch, Edge = edge, Proven = leaf.ToAnswer(unit) })
            : Of(new AnswerAllFunction { Epoch = epoch, Edge = edge, Proven = [.. proven.Select(each => each.Leaf.ToAnswer(each.Unit))] });

    /// <summary>Convicts by a unit that nobody proved in time; the reward is its challenger's.</summary>
    public TransactionCall Convict(ulong unit) => Of(new ConvictFunction { Epoch = epoch, Edge = edge, Unit = unit });

    /// <summary>Pays bonds back to the challengers of units that nobody proved.</summary>
    public TransactionCall Refund(IReadOnlyList<ulong> units) => Of(new RefundBondsFunction { Epoch = epoch, Edge = edge, Units = [.. units] });

    /// <summary>Convicts by a leaf whose signature is no receipt, or that has no units.</summary>
    public TransactionCall ProveInvalid(LeafEvidence leaf)
        => Of(new ProveInvalidFunction { Epoch = epoch, Edge = edge, Leaf = leaf.ToWorkLeaf(), Proof = leaf.ToProof(), Signature = leaf.Leaf.Signature });

    /// <summary>Convicts by two leaves that are equal or out of order by (client, signer); the first is the one further left.</summary>
    public TransactionCall ProveDisorder(LeafEvidence first, LeafEvidence second) => Of(new ProveDisorderFunction
    {
        Epoch = epoch,
        Edge = edge,
        First = first.ToWorkLeaf(),
        FirstProof = first.ToProof(),
        Second = second.ToWorkLeaf(),
        SecondProof = second.ToProof(),
    });

    private TransactionCall Of<TFunction>(TFunction message)
        where TFunction : FunctionMessage, new()
        => TransactionCall.Of(contracts.WorkProofs, message, from);
}
