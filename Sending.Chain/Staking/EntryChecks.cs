using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;

namespace Sending.Chain.Staking;

/// <summary>What must hold before tokens are bonded; pure, so that each rule is tested alone.</summary>
public static class EntryChecks
{
    /// <summary>Registration with a first stake.</summary>
    /// <param name="registration">What is to be registered.</param>
    /// <param name="amount">The first stake.</param>
    /// <param name="balance">What the owner holds.</param>
    /// <param name="rules">Parameters in force.</param>
    /// <param name="existing">The owner's node, when it has one already.</param>
    /// <param name="operatorNode">The node that the operator key belongs to, or null.</param>
    /// <param name="pausedUntil">End of a pause that is on, or null.</param>
    public static IEnumerable<Problem> Register(
        NodeRegistration registration,
        BigInteger amount,
        BalanceView balance,
        StakingRules rules,
        NodeView? existing,
        string? operatorNode,
        DateTimeOffset? pausedUntil)
    {
        if (existing is not null)
        {
            yield return existing.Role == registration.Role
                ? Problem.Of("registered", $"{existing.Owner} has a node already. Add to its stake with `sending-cli stake <amount>`, without --role.", ("role", NodeRoles.Name(existing.Role)))
                : Problem.Of(
                    "role",
                    $"{existing.Owner} is registered as {NodeRoles.Name(existing.Role)} and cannot be {NodeRoles.Name(registration.Role)} too: an account owns one node for ever. Use another account (`sending-cli account new`).",
                    ("role", NodeRoles.Name(existing.Role)),
                    ("requestedRole", NodeRoles.Name(registration.Role)));
            yield break;
        }

        foreach (var problem in Pause(pausedUntil).Concat(Balance(amount, balance)))
        {
            yield return problem;
        }

        var minimum = rules.MinStake(registration.Role);
        if (amount < minimum)
        {
            yield return Problem.Of(
                "minimumStake",
                $"{SendAmount.Text(amount)} is below the minimum stake of {SendAmount.Text(minimum)} for the role {NodeRoles.Name(registration.Role)}. Stake at least that: `sending-cli stake {SendAmount.Format(minimum)} --role {NodeRoles.Name(registration.Role)}`.",
                ("amount", SendAmount.Format(amount)),
                ("minimum", SendAmount.Format(minimum)));
        }

        if (registration.Commission > rules.MaxCommission)
        {
            yield return NodeChecks.CommissionTooHigh(registration.Commission, rules);
        }

        if (operatorNode is not null && !AddressUtil.Current.AreAddressesTheSame(operatorNode, balance.Account))
        {
            yield return NodeChecks.OperatorInUse(registration.Operator, operatorNode);
        }
    }

    /// <summary>Adding own stake, or delegating.</summary>
    /// <param name="amount">What is added.</param>
    /// <param name="balance">What the staker holds.</param>
    /// <param name="node">The node.</param>
    /// <param name="rules">Parameters in force.</param>
    /// <param name="pausedUntil">End of a pause that is on, or null.</param>
    public static IEnumerable<Problem> Stake(
        BigInteger amount,
        BalanceView balance,
        NodeView node,
        StakingRules rules,
        DateTimeOffset? pausedUntil)
        => Pause(pausedUntil)
            .Concat(Balance(amount, balance))
            .Concat(Open(node))
            .Concat(DelegationLimit(amount, balance.Account, node, rules));

    /// <summary>Restaking released rewards, or cancelling a request: tokens that are in the contract already.</summary>
    /// <param name="amount">What comes back.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="node">The node.</param>
    /// <param name="rules">Parameters in force.</param>
    /// <param name="pausedUntil">End of a pause that is on, or null.</param>
    public static IEnumerable<Problem> Rebond(
        BigInteger amount,
        string account,
        NodeView node,
        StakingRules rules,
        DateTimeOffset? pausedUntil)
        => Pause(pausedUntil).Concat(Open(node)).Concat(DelegationLimit(amount, account, node, rules));

    private static IEnumerable<Problem> Pause(DateTimeOffset? until)
    {
        if (until is { } end)
        {
            yield return Problem.Of(
                "paused",
                $"New stakes and registrations are paused until {ChainTime.Format(end)}. Try again then; unstaking, withdrawing and claiming work.",
                ("until", ChainTime.Format(end)));
        }
    }

    /// <summary>Tokens that are to go somewhere.</summary>
    /// <param name="amount">How many.</param>
    /// <param name="balance">What the account holds.</param>
    /// <param name="verb">What is done with them: "Stake".</param>
    /// <param name="done">The same, done: "staked".</param>
    internal static IEnumerable<Problem> Balance(BigInteger amount, BalanceView balance, string verb = "Stake", string done = "staked")
    {
        if (amount.Sign <= 0)
        {
            yield return Problem.Of("amount", "The amount must be more than 0 SEND.", ("amount", SendAmount.Format(amount)));
        }
        else if (amount > balance.Send)
        {
            yield return Problem.Of(
                "balance",
                $"{balance.Account} holds {SendAmount.Text(balance.Send)}, {SendAmount.Text(amount - balance.Send)} less than the {SendAmount.Text(amount)} to be {done}. "
                + $"{verb} less, or get more; on a devnet: `sending-cli devnet fund {balance.Account} --send {SendAmount.Format(amount - balance.Send)}`.",
                ("account", balance.Account),
                ("balance", SendAmount.Format(balance.Send)),
                ("amount", SendAmount.Format(amount)));
        }
    }

    private static IEnumerable<Problem> Open(NodeView node)
    {
        if (node.Tombstoned)
        {
            yield return Problem.Of(
                "tombstoned",
                $"The node of {node.Owner} was slashed below 1 % and is closed for ever; nothing can be staked there. Choose another (`sending-cli node list`).",
                ("node", node.Owner));
        }
    }

    private static IEnumerable<Problem> DelegationLimit(BigInteger amount, string account, NodeView node, StakingRules rules)
    {
        var limit = node.OwnBonded * rules.MaxDelegationRatio;
        var delegated = node.DelegatedBonded + amount;
        if (!AddressUtil.Current.AreAddressesTheSame(account, node.Owner) && delegated > limit)
        {
            var room = BigInteger.Max(0, limit - node.DelegatedBonded);
            yield return Problem.Of(
                "delegationLimit",
                $"The node of {node.Owner} takes at most {SendAmount.Text(limit)} of delegated stake ({rules.MaxDelegationRatio} times its own); {SendAmount.Text(room)} are left, {SendAmount.Text(amount)} were asked for. "
                + (room.IsZero ? "Choose another node (`sending-cli node list`)." : $"Delegate less: `sending-cli delegate {SendAmount.Format(room)} --node {node.Owner}`."),
                ("limit", SendAmount.Format(limit)),
                ("left", SendAmount.Format(room)),
                ("amount", SendAmount.Format(amount)));
        }
    }
}
