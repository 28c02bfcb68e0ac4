using System.Globalization;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;

namespace Sending.Chain.Work;

/// <summary>What must hold before work is committed.</summary>
public static class WorkChecks
{
    /// <summary>A commitment by hand.</summary>
    /// <param name="terms">What may be committed.</param>
    /// <param name="units">What is.</param>
    public static IEnumerable<Problem> Commit(CommitmentTerms terms, ulong units)
    {
        if (terms.Node is not { Role: NodeRole.Edge })
        {
            yield return Problem.Of(
                "role",
                $"{terms.Account} is neither owner nor operator of an Edge, and only these commit work. See `sending-cli node list`; register one with `sending-cli stake <amount> --role edge`.",
                ("account", terms.Account));
            yield break;
        }

        if (terms.Now < terms.From || terms.Now >= terms.Until)
        {
            yield return Problem.Of(
                "window",
                $"Work of epoch {terms.Epoch} is committed from {ChainTime.Format(terms.From)} until {ChainTime.Format(terms.Until)}; it is {ChainTime.Format(terms.Now)} on the chain. "
                + (terms.Now < terms.From ? "Wait until then." : "That is over: nobody pays for it any more."),
                ("epoch", Text(terms.Epoch)),
                ("from", ChainTime.Format(terms.From)),
                ("until", ChainTime.Format(terms.Until)));
        }
        else if (units > terms.Capacity)
        {
            yield return Problem.Of(
                "capacity",
                $"{units} units are more than the {terms.Capacity} that the Edge's stake covered at the epoch's end. Commit fewer, and stake more for later epochs.",
                ("units", units.ToString(CultureInfo.InvariantCulture)),
                ("capacity", terms.Capacity.ToString(CultureInfo.InvariantCulture)));
        }

        if (units == 0)
        {
            yield return Problem.Of("units", "A commitment has at least one unit.", ("units", "0"));
        }
    }

    /// <summary>The leaves that are committed to.</summary>
    /// <param name="terms">What may be committed.</param>
    /// <param name="leaves">What the leaves say they are.</param>
    /// <param name="report">What a look at them found.</param>
    public static IEnumerable<Problem> Leaves(CommitmentTerms terms, LeafSet leaves, LeafSetReport report)
    {
        if (leaves.Epoch != terms.Epoch || !leaves.Edge.Equals(terms.Node?.Owner, StringComparison.OrdinalIgnoreCase))
        {
            yield return Problem.Of(
                "leaves",
                $"The leaves are of {leaves.Edge} in epoch {leaves.Epoch}; receipts count for no other Edge and epoch.",
                ("edge", leaves.Edge),
                ("epoch", Text(leaves.Epoch)));
        }
        else if (!report.IsSound)
        {
            yield return Problem.Of(
                "leaves",
                $"Whoever sees these leaves can have the Edge slashed:\n{string.Join('\n', report.Faults.Select(fault => "  " + fault.Reason))}\nLeave them out; --unchecked commits to them all the same.",
                ("faults", Text(report.Faults.Count)));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
