using System.Numerics;
using Sending.Chain.Formats;

namespace Sending.Chain.Settlements;

/// <summary>The settlement as every guardian computes it alike (docs/protocol.md): whole numbers of any size, every division rounded down, nothing but the input.</summary>
public static class SettlementComputation
{
    private static readonly BigInteger Bps = 10_000;
    private static readonly BigInteger Percent = 100;
    private static readonly BigInteger Million = 1_000_000;

    /// <summary>Computes a settlement.</summary>
    /// <exception cref="ArgumentException">The epochs have gaps, a commitment stands whose leaves are not given, or a line is charged that has no place.</exception>
    public static SettlementResult Compute(SettlementInput input)
    {
        if (input.Epochs.Count == 0 || input.Epochs.Select((epoch, place) => epoch.Epoch - place).Distinct().Count() != 1 || input.Epochs[^1].Epoch != input.Epoch)
        {
            throw new ArgumentException($"The epochs covered do not lead to {input.Epoch} without a gap.", nameof(input));
        }

        var ledger = new Ledger(input.Prior, input.Lines);
        EpochFigures[] epochs = [.. input.Epochs.Select(epoch => Settle(epoch, input.Fund, ledger))];
        var figures = ledger.ToFigures();
        var message = new SettlementMessage(
            input.Epoch,
            input.Previous,
            SettlementTrees.OfEarnings(figures.Earnings).Root,
            Sum(epochs.Select(epoch => epoch.Earned)),
            SettlementTrees.OfCharges(figures.Charges).Root,
            Sum(epochs.Select(epoch => epoch.Charged)));
        return new SettlementResult(message, figures, epochs);
    }

    /// <summary>The Edges whose commitments stand, and whose leaves are therefore needed.</summary>
    public static IReadOnlyList<EdgeInput> Standing(EpochInput epoch)
    {
        var availability = new Availability(epoch.Guardians);
        return [.. epoch.Edges.Where(availability.Stands)];
    }

    private static EpochFigures Settle(EpochInput epoch, BigInteger fund, Ledger ledger)
    {
        var rates = epoch.Rates;
        var emission = fund * rates.EmissionRate / Million;
        var (edgeBudget, guardianBudget) = (emission * rates.EdgePart / Bps, emission * rates.GuardianPart / Bps);
        var availability = new Availability(epoch.Guardians);
        var edges = Charge(epoch, availability, ledger);

        var weighted = Sum(edges.Select(edge => edge.Charged * edge.Score));
        edges = [.. edges.Select(edge => edge.Charged.IsZero ? edge : Pay(edge, rates, edgeBudget, weighted))];
        GuardianFigures[] guardians = [.. epoch.Guardians.Select(guardian => Pay(guardian, rates, guardianBudget, availability.Stake))];

        foreach (var edge in edges)
        {
            ledger.Earn(edge.Edge, edge.Fees + edge.Subsidy);
        }

        foreach (var guardian in guardians)
        {
            ledger.Earn(guardian.Guardian, guardian.Pay);
        }

        return new EpochFigures(epoch.Epoch, availability.Stake, edgeBudget, guardianBudget, edges, guardians);
    }

    private static EdgeFigures[] Charge(EpochInput epoch, Availability availability, Ledger ledger)
    {
        var lines = epoch.Lines.ToLookup(line => line.Edge, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. epoch.Edges.Select(edge =>
            {
                var stands = availability.Stands(edge);
                var charged = stands ? Charge(epoch, edge, lines[edge.Edge], ledger) : 0;
                var score = availability.ScoreOf(edge.Index);
                return new EdgeFigures(edge.Edge, edge.Index, score, edge.Work?.Root, edge.Work?.Units ?? 0, edge.Work?.Rejected ?? false, stands, charged, 0, 0);
            }),
        ];
    }

    /// <summary>Charges the lines of a commitment that stands.</summary>
    /// <returns>What they were charged together.</returns>
    private static BigInteger Charge(EpochInput epoch, EdgeInput edge, IEnumerable<LineInput> lines, Ledger ledger)
    {
        var leaves = edge.Work!.Leaves ?? throw new ArgumentException($"The leaves of {edge.Edge} in epoch {epoch.Epoch} are not given, though its commitment stands.");
        var units = new Dictionary<string, BigInteger>(StringComparer.OrdinalIgnoreCase);
        foreach (var leaf in leaves)
        {
            units[leaf.Payer] = units.GetValueOrDefault(leaf.Payer) + Limited(leaf, epoch.SignerLimits);
        }

        var sum = BigInteger.Zero;
        foreach (var line in lines)
        {
            var available = line.Deposited - ledger.ChargedTo(line.Payer, line.Edge) - line.PaidOut - line.Requested;
            var charge = BigInteger.Min(units.GetValueOrDefault(line.Payer) * epoch.Rates.FeePerUnit, BigInteger.Max(0, available));
            if (!charge.IsZero)
            {
                ledger.Charge(line.Payer, line.Edge, charge);
                sum += charge;
            }
        }

        return sum;
    }

    /// <summary>What the payer signed himself has no limit.</summary>
    private static BigInteger Limited(LeafInput leaf, IReadOnlyDictionary<string, BigInteger> limits)
        => !leaf.Signer.Equals(leaf.Payer, StringComparison.OrdinalIgnoreCase) && limits.TryGetValue(leaf.Payer, out var limit)
            ? BigInteger.Min(leaf.Units, limit)
            : leaf.Units;

    private static EdgeFigures Pay(EdgeFigures edge, EpochRates rates, BigInteger budget, BigInteger weighted)
    {
        var fees = edge.Charged * (Bps - rates.Cut) * edge.Score / (Bps * Percent);
        var share = weighted.IsZero ? 0 : budget * edge.Charged * edge.Score / weighted;
        var cap = edge.Charged * rates.Cut * edge.Score * rates.SubsidyCap / (Bps * Percent * Bps);
        return edge with { Fees = fees, Subsidy = BigInteger.Min(share, cap) };
    }

    private static GuardianFigures Pay(GuardianInput guardian, EpochRates rates, BigInteger budget, BigInteger all)
    {
        var pay = guardian.Revealed && !all.IsZero ? BigInteger.Min(budget, all * rates.GuardianYieldCap / Million) * guardian.Stake / all : 0;
        return new GuardianFigures(guardian.Guardian, guardian.Stake, guardian.Revealed, pay);
    }

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, BigInteger.Add);
}
