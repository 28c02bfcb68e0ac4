using Sending.Chain.Rpc;
using Sending.Chain.Work;

namespace Sending.Testing.Settlements;

/// <summary>The settlement that a program of its own, in JavaScript, computes from the node and the leaves.</summary>
public static class IndependentSettlement
{
    /// <summary>Every figure of the settlement of an epoch, on top of those that are final; compare with <see cref="SettlementText"/>.</summary>
    public static Task<string> ComputeAsync(ChainConnection connection, IEnumerable<LeafSet> published, long epoch) => NodeTools.RunAsync<string>("settlement-of-chain.mjs", new
    {
        rpcUrl = connection.Deployment.RpcUrl.ToString(),
        contracts = connection.Deployment.Contracts.All.ToDictionary(contract => contract.Name, contract => contract.Address),
        leaves = published.ToDictionary(set => set.Root, set => set.Leaves.Select(leaf => new { client = leaf.Client, signer = leaf.Signer, units = $"{leaf.Units}" })),
        epoch,
    });
}
