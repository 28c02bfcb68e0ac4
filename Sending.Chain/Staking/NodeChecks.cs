using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Amounts;

namespace Sending.Chain.Staking;

/// <summary>What must hold before an owner changes its node.</summary>
public static class NodeChecks
{
    /// <summary>A new commission.</summary>
    /// <param name="commission">In basis points.</param>
    /// <param name="node">The node.</param>
    /// <param name="rules">Parameters in force.</param>
    public static IEnumerable<Problem> SetCommission(BigInteger commission, NodeView node, StakingRules rules)
    {
        if (commission > node.Commission && commission > rules.MaxCommission)
        {
            yield return CommissionTooHigh(commission, rules);
        }
        else if (BigInteger.Abs(commission - node.Commission) > rules.MaxCommissionStep)
        {
            var nearest = node.Commission + (BigInteger.Min(rules.MaxCommissionStep, BigInteger.Abs(commission - node.Commission)) * (commission - node.Commission).Sign);
            yield return new Problem(
                "commissionStep",
                $"The commission is {Rate(node.Commission)} and changes by at most {Rate(rules.MaxCommissionStep)} at once; {Rate(commission)} is further away. "
                + $"Go step by step: `sending-cli node set-commission {Rate(nearest)}`.",
                new Dictionary<string, string>
                {
                    ["commission"] = Rate(commission),
                    ["current"] = Rate(node.Commission),
                    ["maxStep"] = Rate(rules.MaxCommissionStep),
                });
        }
    }

    /// <summary>A new operator.</summary>
    /// <param name="operatorAddress">The hot key's address.</param>
    /// <param name="node">The node.</param>
    /// <param name="operatorNode">The node that the key belongs to, or null.</param>
    public static IEnumerable<Problem> SetOperator(string operatorAddress, NodeView node, string? operatorNode)
    {
        if (operatorNode is not null && !AddressUtil.Current.AreAddressesTheSame(operatorNode, node.Owner))
        {
            yield return OperatorInUse(operatorAddress, operatorNode);
        }
        else if (AddressUtil.Current.AreAddressesTheSame(operatorAddress, node.Operator))
        {
            yield return new Problem(
                "operator",
                $"{operatorAddress} is the node's operator already.",
                new Dictionary<string, string> { ["operator"] = operatorAddress });
        }
    }

    /// <summary>A resumption.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="node">The node.</param>
    public static IEnumerable<Problem> Resume(string caller, NodeView node)
    {
        var details = new Dictionary<string, string> { ["node"] = node.Owner };
        if (node.Role != NodeRole.Guardian)
        {
            yield return new Problem("role", $"The node of {node.Owner} is of role {NodeRoles.Name(node.Role)}; only guardians are suspended and resumed.", details);
        }
        else if (!node.Suspended)
        {
            yield return new Problem("suspended", $"The guardian {node.Owner} is not suspended; there is nothing to resume. See `sending-cli node show {node.Owner}`.", details);
        }
        else if (!AddressUtil.Current.AreAddressesTheSame(caller, node.Owner) && !AddressUtil.Current.AreAddressesTheSame(caller, node.Operator))
        {
            yield return new Problem("operator", $"{caller} is neither owner nor operator ({node.Operator}) of the node of {node.Owner}. Use one of them: --account.", details);
        }
    }

    internal static Problem CommissionTooHigh(BigInteger commission, StakingRules rules)
        => new(
            "commission",
            $"A commission of {Rate(commission)} is above the maximum of {Rate(rules.MaxCommission)}. Take at most that: --commission {Rate(rules.MaxCommission)}.",
            new Dictionary<string, string> { ["commission"] = Rate(commission), ["maximum"] = Rate(rules.MaxCommission) });

    internal static Problem OperatorInUse(string operatorAddress, string node)
        => new(
            "operator",
            $"The operator {operatorAddress} belongs to the node of {node} for ever. Make another key: `sending-cli account new`.",
            new Dictionary<string, string> { ["operator"] = operatorAddress, ["node"] = node });

    private static string Rate(BigInteger basisPoints) => BasisPoints.Format(basisPoints);
}
