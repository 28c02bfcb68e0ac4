using System.Globalization;
using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;

namespace Sending.Chain.Settlements;

/// <summary>A figure of a settlement that is not what its inputs give.</summary>
/// <param name="Subject">Whose figure.</param>
/// <param name="Figure">Which.</param>
/// <param name="Settled">By the settlement on chain.</param>
/// <param name="Computed">By the inputs.</param>
public sealed record SettlementDifference(string Subject, string Figure, string Settled, string Computed)
{
    /// <summary>What a settlement on chain has otherwise than one that was computed.</summary>
    /// <param name="settlement">On chain.</param>
    /// <param name="computed">Out of events and leaves.</param>
    /// <param name="served">What guardians say that the one on chain consists of, whose roots are right; null when nobody says it: then only totals and roots are compared.</param>
    public static IReadOnlyList<SettlementDifference> Find(IndexedSettlement settlement, SettlementDocument computed, SettlementDocument? served)
    {
        var found = new List<SettlementDifference>();
        Compare("first epoch covered", Text(settlement.FirstEpoch), Text(computed.FirstEpoch));
        Compare("settlement before", settlement.Previous, Word.Hash(computed.Settlement.Previous));
        Compare("earned", Amount(settlement.Earned), Amount(computed.Settlement.TotalEarned));
        Compare("charged", Amount(settlement.Charged), Amount(computed.Settlement.TotalCharged));
        Compare("earnings root", settlement.EarningsRoot, Word.Hash(computed.Settlement.EarningsRoot));
        Compare("charges root", settlement.ChargesRoot, Word.Hash(computed.Settlement.ChargesRoot));
        if (found.Count > 0 && served is not null)
        {
            found.AddRange(Between(EarningsOf(served), EarningsOf(computed)));
            found.AddRange(Between(ChargesOf(served), ChargesOf(computed)));
            found.AddRange(Between(EpochsOf(served), EpochsOf(computed)));
        }

        return found;

        void Compare(string figure, string settled, string fromInputs)
        {
            if (settled != fromInputs)
            {
                found.Add(new SettlementDifference("settlement", figure, settled, fromInputs));
            }
        }
    }

    private static IEnumerable<SettlementDifference> Between(Dictionary<(string Subject, string Figure), string> settled, Dictionary<(string Subject, string Figure), string> computed)
        => from key in settled.Keys.Union(computed.Keys)
           let one = settled.GetValueOrDefault(key, "none")
           let other = computed.GetValueOrDefault(key, "none")
           where one != other
           select new SettlementDifference(key.Subject, key.Figure, one, other);

    private static Dictionary<(string Subject, string Figure), string> EarningsOf(SettlementDocument document)
        => document.Figures.Earnings.ToDictionary(entry => ($"node {entry.Node}", "cumulative earnings"), entry => Amount(entry.Cumulative));

    private static Dictionary<(string Subject, string Figure), string> ChargesOf(SettlementDocument document)
        => document.Figures.Charges.ToDictionary(entry => ($"line of {entry.Payer} at {entry.Edge}", "cumulative charge"), entry => Amount(entry.Cumulative));

    private static Dictionary<(string Subject, string Figure), string> EpochsOf(SettlementDocument document)
    {
        var figures = new Dictionary<(string Subject, string Figure), string>();
        foreach (var epoch in document.Epochs)
        {
            foreach (var edge in epoch.Edges)
            {
                var subject = $"epoch {epoch.Epoch}, Edge {edge.Edge}";
                figures[(subject, "score")] = Text(edge.Score);
                figures[(subject, "stands")] = edge.Stands ? "yes" : "no";
                figures[(subject, "charged")] = Amount(edge.Charged);
                figures[(subject, "fees")] = Amount(edge.Fees);
                figures[(subject, "subsidy")] = Amount(edge.Subsidy);
            }

            foreach (var guardian in epoch.Guardians)
            {
                figures[($"epoch {epoch.Epoch}, Guardian {guardian.Guardian}", "pay")] = Amount(guardian.Pay);
            }
        }

        return figures;
    }

    private static string Amount(BigInteger amount) => SendAmount.Text(amount);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
