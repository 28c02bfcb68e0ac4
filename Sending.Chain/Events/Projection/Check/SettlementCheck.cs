using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Chain.Events.Projection.Check;

/// <summary>Settlements, claims, epochs and parameters.</summary>
internal sealed class SettlementCheck(ChainConnection connection, ProtocolState state, BlockParameter at, Differences differences)
{
    private const int ClosedEpochs = 100;

    public IEnumerable<Func<CancellationToken, Task>> All()
    {
        var settlements = state.Settlements;
        var (final, pending) = (settlements.LastFinal, settlements.Pending);
        yield return async token => Check("last final settlement", final, (await connection.Rewards.LastFinalQueryAsync(at).WaitAsync(token)).ReturnValue1);
        yield return async token => Check("pending settlement", pending, (await connection.Rewards.PendingQueryAsync(at).WaitAsync(token)).Info);
        var (next, left, contributed, setAside) = (settlements.NextEpoch, settlements.CancellationsLeft, settlements.Contributed, settlements.SetAside);
        yield return async token => differences.Compare("settlements", "next epoch", next, await connection.Rewards.NextEpochQueryAsync(at).WaitAsync(token));
        yield return async token => differences.Compare("settlements", "cancellations left", left, await connection.Rewards.CancellationsLeftQueryAsync(at).WaitAsync(token));
        yield return async token => differences.Compare("settlements", "contributed to the fund", contributed, await connection.Rewards.ContributedQueryAsync(at).WaitAsync(token));
        yield return async token => differences.Compare("settlements", "set aside", setAside, (await connection.Rewards.CreditTermsQueryAsync(0, at).WaitAsync(token)).SetAside);
        foreach (var (node, cumulative) in settlements.ListClaims())
        {
            yield return async token => differences.Compare($"claims of {node}", "claimed", cumulative, await connection.Rewards.ClaimedByQueryAsync(node, at).WaitAsync(token));
        }

        for (var epoch = Math.Max(0, state.Epoch - ClosedEpochs); epoch <= state.Epoch; epoch++)
        {
            var (number, closed) = (epoch, settlements.IsClosed(epoch));
            yield return async token => differences.Compare($"epoch {number}", "closed", closed, await connection.Rewards.IsClosedQueryAsync(number, at).WaitAsync(token));
        }

        foreach (var parameter in Enum.GetValues<ProtocolParameter>())
        {
            foreach (var epoch in new[] { 0, state.Epoch, state.Epoch + 1 })
            {
                var value = state.Parameters.ValueAt(parameter, epoch);
                yield return async token => differences.Compare(
                    $"parameter {parameter}",
                    $"in epoch {epoch}",
                    value,
                    await connection.Config.ValueAtQueryAsync((byte)parameter, epoch, at).WaitAsync(token));
            }
        }
    }

    private void Check(string subject, IndexedSettlement? indexed, SettlementInfo onChain)
    {
        var none = Word.Hash(Word.Of(0));
        differences.Compare(subject, "epoch", indexed?.Epoch ?? 0, onChain.Epoch);
        differences.Compare(subject, "digest", indexed?.Digest ?? none, Word.Hash(onChain.Digest));
        differences.Compare(subject, "earnings root", indexed?.EarningsRoot ?? none, Word.Hash(onChain.EarningsRoot));
        differences.Compare(subject, "charges root", indexed?.ChargesRoot ?? none, Word.Hash(onChain.ChargesRoot));
        differences.Compare(subject, "cumulative earnings", indexed?.CumulativeEarned ?? 0, onChain.CumulativeEarned);
        differences.Compare(subject, "cumulative charges", indexed?.CumulativeCharged ?? 0, onChain.CumulativeCharged);
        differences.Compare(subject, "final at", indexed?.FinalAt, onChain.FinalAt);
        if (indexed is not null)
        {
            differences.Compare(subject, "fund", indexed.Fund, onChain.Fund);
        }
    }
}
