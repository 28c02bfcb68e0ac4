using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;

namespace Sending.Chain.Credit;

/// <summary>Credit lines: which there are, and where they stand, from the index.</summary>
/// <param name="connection">The node.</param>
/// <param name="index">The protocol's state as indexed.</param>
public sealed class CreditReader(ChainConnection connection, ProtocolIndex index)
{
    /// <summary>The lines of a payer, in the order in which they were opened.</summary>
    public async Task<IReadOnlyList<CreditLineView>> ListOfAsync(string payer, CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return [.. state.Credit.ListLinesOf(payer).Select(line => View(line, state))];
    }

    /// <summary>One line; null when it was never opened.</summary>
    public async Task<CreditLineView?> FindAsync(string payer, string edge, CancellationToken cancellationToken)
        => (await ListOfAsync(payer, cancellationToken)).SingleOrDefault(line => line.Edge.Equals(edge, StringComparison.OrdinalIgnoreCase));

    /// <summary>When deposits are possible again; null while they are.</summary>
    /// <param name="chainTime">The newest block's time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DateTimeOffset?> GetPauseAsync(DateTimeOffset chainTime, CancellationToken cancellationToken)
    {
        var until = ChainTime.FromUnix(await connection.Credit.EntriesPausedUntilQueryAsync().WaitAsync(cancellationToken));
        return until > chainTime ? until : null;
    }

    private static CreditLineView View(IndexedLine line, ProtocolState state)
    {
        var requested = !line.Requested.IsZero;
        return new CreditLineView(
            line.Payer,
            line.Edge,
            line.Deposited,
            line.Balance,
            line.Requested,
            requested ? line.RequestEpoch : null,
            requested && state.Settlements.IsClosed(line.RequestEpoch),
            requested ? state.Settlements.ClosingOf(line.RequestEpoch) : null,
            line.OpenedEpoch,
            state.Settlements.LastFinal is { } final && line.OpenedEpoch <= final.Epoch);
    }
}
