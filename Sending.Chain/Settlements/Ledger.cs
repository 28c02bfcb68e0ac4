using System.Numerics;
using Sending.Chain.Formats;

namespace Sending.Chain.Settlements;

/// <summary>Earnings and charges since the beginning, as they grow epoch by epoch.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, BigInteger> _earnings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, BigInteger>> _charges = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="prior">Where it starts.</param>
    /// <param name="lines">The lines that have a place in it, charged or not.</param>
    public Ledger(CumulativeFigures prior, IEnumerable<CreditLineKey> lines)
    {
        foreach (var entry in prior.Earnings)
        {
            _earnings.Add(entry.Node, entry.Cumulative);
        }

        foreach (var line in lines)
        {
            LinesAt(line.Edge)[line.Payer] = 0;
        }

        foreach (var charge in prior.Charges)
        {
            LinesAt(charge.Edge)[charge.Payer] = charge.Cumulative;
        }
    }

    public BigInteger ChargedTo(string payer, string edge) => LinesAt(edge).GetValueOrDefault(payer);

    public void Charge(string payer, string edge, BigInteger amount)
    {
        // A line that was charged has a deposit from before the epoch's end.
        var lines = LinesAt(edge);
        lines[payer] = lines.TryGetValue(payer, out var before)
            ? before + amount
            : throw new ArgumentException($"The line of {payer} at {edge} was not opened by the settlement's epoch.");
    }

    public void Earn(string node, BigInteger amount)
    {
        if (!amount.IsZero)
        {
            _earnings[node] = _earnings.GetValueOrDefault(node) + amount;
        }
    }

    public CumulativeFigures ToFigures() => new(
        [.. _earnings.OrderBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).Select(entry => new NodeEarnings(entry.Key, entry.Value))],
        [
            .. from edge in _charges
               from line in edge.Value
               orderby line.Key.ToUpperInvariant(), edge.Key.ToUpperInvariant()
               select new LineCharge(line.Key, edge.Key, line.Value),
        ]);

    private Dictionary<string, BigInteger> LinesAt(string edge)
    {
        if (!_charges.TryGetValue(edge, out var lines))
        {
            _charges.Add(edge, lines = new Dictionary<string, BigInteger>(StringComparer.OrdinalIgnoreCase));
        }

        return lines;
    }
}
