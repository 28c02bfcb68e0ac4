using System.Globalization;
using System.Numerics;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Staking;
using Sending.Chain.Work;

namespace Sending.Chain.Settlements;

/// <summary>
/// Takes what a settlement follows from out of the index: of each epoch covered, as it stood at its own T+W4, whatever has happened since. What can
/// no more change then (commitments, challenges, scores, parameters) is read as it is now; credit lines as they were.
/// </summary>
public static class SettlementReader
{
    private const int PageSize = 5_000;

    /// <summary>The first epoch that a settlement covers.</summary>
    /// <param name="clock">The epoch clock.</param>
    /// <param name="epoch">The settlement's own.</param>
    /// <param name="previous">The last final settlement; null when there is none.</param>
    public static long FirstCovered(EpochClock clock, long epoch, IndexedSettlement? previous)
        => Math.Max(previous is null ? 0 : previous.Epoch + 1, epoch - clock.MaxLag);

    /// <summary>Reads the input of a settlement; the leaves are still missing, see <see cref="FillAsync"/>.</summary>
    /// <param name="state">Of a block whose timestamp is at or after the epoch's T+W4.</param>
    /// <param name="epoch">The settlement's epoch.</param>
    /// <param name="previous">The final settlement that it builds on; null when there is none.</param>
    /// <param name="prior">What that one committed to.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: it is too early, or the fund is not endowed.</exception>
    public static SettlementInput Read(ProtocolState state, long epoch, IndexedSettlement? previous, CumulativeFigures prior)
    {
        var opens = state.Clock.StartOf(epoch + 1) + state.Clock.W4;
        if (state.Block.Time < opens)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"Epoch {epoch} cannot be settled before {ChainTime.Format(opens)}, when its challenges are decided. Wait until then.",
                new Dictionary<string, string> { ["check"] = "window", ["epoch"] = epoch.ToString(CultureInfo.InvariantCulture) });
        }

        var first = FirstCovered(state.Clock, epoch, previous);
        return new SettlementInput(
            epoch,
            previous is null ? new byte[32] : Word.Bytes(previous.Digest),
            previous?.Fund ?? state.Settlements.Endowment,
            prior,
            [.. Enumerable.Range(0, (int)(epoch - first + 1)).Select(offset => ReadEpoch(state, first + offset))],
            [.. state.Credit.ListOpened(epoch).Select(line => new CreditLineKey(line.Payer, line.Edge))]);
    }

    /// <summary>The commitments whose leaves a settlement needs.</summary>
    public static IReadOnlyList<LeafSetHeader> Required(SettlementInput input) =>
    [
        .. from epoch in input.Epochs
           from edge in SettlementComputation.Standing(epoch)
           select new LeafSetHeader(epoch.Epoch, edge.Edge, edge.Work!.Root, edge.Work.Units, 0),
    ];

    /// <summary>Adds the leaves of the commitments that stand.</summary>
    /// <param name="input">See <see cref="Read"/>.</param>
    /// <param name="leaves">Sets of leaves whose roots are right.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.LeavesMissing"/>.</exception>
    public static async Task<SettlementInput> FillAsync(SettlementInput input, ILeafStore leaves, CancellationToken cancellationToken)
    {
        var epochs = new List<EpochInput>();
        foreach (var epoch in input.Epochs)
        {
            var standing = SettlementComputation.Standing(epoch).ToHashSet();
            var edges = new List<EdgeInput>();
            foreach (var edge in epoch.Edges)
            {
                edges.Add(standing.Contains(edge)
                    ? edge with { Work = edge.Work! with { Leaves = await ReadLeavesAsync(epoch.Epoch, edge, leaves, cancellationToken) } }
                    : edge);
            }

            epochs.Add(epoch with { Edges = edges });
        }

        return input with { Epochs = epochs };
    }

    private static async Task<IReadOnlyList<LeafInput>> ReadLeavesAsync(long epoch, EdgeInput edge, ILeafStore leaves, CancellationToken cancellationToken)
    {
        var work = edge.Work!;
        if (await leaves.FindAsync(work.Root, cancellationToken) is not { } header)
        {
            throw new SendingException(
                ErrorCode.LeavesMissing,
                $"The leaves of {edge.Edge} in epoch {epoch} (root {work.Root}) are not here, and without them its settlement cannot be computed. Fetch them from the Edge or a Guardian.",
                new Dictionary<string, string> { ["edge"] = edge.Edge, ["epoch"] = epoch.ToString(CultureInfo.InvariantCulture), ["root"] = work.Root });
        }

        var all = new List<LeafInput>(header.Count);
        while (all.Count < header.Count)
        {
            var page = await leaves.ReadAsync(work.Root, all.Count, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                throw new SendingException(ErrorCode.StateUnusable, $"The leaves of the root {work.Root} are not complete. Remove the file that holds them, and fetch them again.");
            }

            all.AddRange(page.Select(leaf => new LeafInput(leaf.Client, leaf.Signer, leaf.Units)));
        }

        return all;
    }

    /// <summary>An epoch's work and what guardians say of it, without credit lines and limits.</summary>
    internal static EpochInput ReadWork(ProtocolState state, long epoch)
    {
        var end = state.Clock.StartOf(epoch + 1);
        return new EpochInput(epoch, ReadRates(state, epoch), ReadGuardians(state, epoch, end), ReadEdges(state, epoch, end + state.Clock.W4), [], new Dictionary<string, BigInteger>());
    }

    private static EpochInput ReadEpoch(ProtocolState state, long epoch)
    {
        var end = state.Clock.StartOf(epoch + 1);
        var closed = end + state.Clock.W4;
        var input = ReadWork(state, epoch) with { SignerLimits = ReadLimits(state, epoch) };
        return input with { Lines = [.. SettlementComputation.Standing(input).SelectMany(edge => ReadLines(state, edge.Edge, epoch, end, closed))] };
    }

    private static EpochRates ReadRates(ProtocolState state, long epoch)
    {
        return new EpochRates(
            At(ProtocolParameter.FeePerUnit),
            At(ProtocolParameter.Cut),
            At(ProtocolParameter.SubsidyCap),
            At(ProtocolParameter.EmissionRate),
            At(ProtocolParameter.EdgePart),
            At(ProtocolParameter.GuardianPart),
            At(ProtocolParameter.GuardianYieldCap));

        BigInteger At(ProtocolParameter parameter) => state.Parameters.ValueAt(parameter, epoch);
    }

    private static List<GuardianInput> ReadGuardians(ProtocolState state, long epoch, DateTimeOffset end)
    {
        var revealed = state.Work.ListScores(epoch).Where(scores => scores.RevealedAt is not null).ToDictionary(scores => scores.Guardian);
        return
        [
            .. state.Staking.ListNodes(NodeRole.Guardian)
                .Select(node => (node.Owner, Stake: state.Staking.WeightBefore(node.Owner, end)))
                .Where(guardian => !guardian.Stake.IsZero)
                .Select(guardian => revealed.GetValueOrDefault(guardian.Owner) is { } scores
                    ? new GuardianInput(guardian.Owner, guardian.Stake, scores.Scores, scores.Held)
                    : new GuardianInput(guardian.Owner, guardian.Stake, null, null)),
        ];
    }

    private static List<EdgeInput> ReadEdges(ProtocolState state, long epoch, DateTimeOffset closed)
    {
        var commitments = state.Work.ListCommitments(epoch).ToDictionary(commitment => commitment.Edge);
        return
        [
            .. state.Staking.ListNodes(NodeRole.Edge)
                .Where(node => node.RegisteredAt < closed)
                .Select(node => new EdgeInput(
                    node.Owner,
                    (int)node.Index,
                    commitments.GetValueOrDefault(node.Owner) is { } work ? new WorkInput(work.Root, (ulong)work.Units, work.Rejected, null) : null)),
        ];
    }

    private static IEnumerable<LineInput> ReadLines(ProtocolState state, string edge, long epoch, DateTimeOffset end, DateTimeOffset closed)
    {
        var deposited = state.Credit.ListLinesAt(edge, end).ToDictionary(line => line.Payer, line => line.Deposited);
        return state.Credit.ListLinesAt(edge, closed)
            .Where(line => deposited.ContainsKey(line.Payer))
            .Select(line => new LineInput(line.Payer, edge, deposited[line.Payer], line.PaidOut, line.RequestEpoch < epoch ? line.Requested : 0));
    }

    private static Dictionary<string, BigInteger> ReadLimits(ProtocolState state, long epoch)
    {
        var limits = new Dictionary<string, BigInteger>(StringComparer.OrdinalIgnoreCase);
        foreach (var payer in state.Credit.ListLimitedPayers())
        {
            if (state.Credit.SignerLimitAt(payer, epoch) is { } limit)
            {
                limits.Add(payer, limit);
            }
        }

        return limits;
    }
}
