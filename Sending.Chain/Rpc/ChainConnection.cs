using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Web3;
using Sending.Chain.Contracts.DidRegistry;
using Sending.Chain.Contracts.NodeStaking;
using Sending.Chain.Contracts.ProtocolConfig;
using Sending.Chain.Contracts.RelayCredit;
using Sending.Chain.Contracts.RewardPool;
using Sending.Chain.Contracts.SendGovernor;
using Sending.Chain.Contracts.SendToken;
using Sending.Chain.Contracts.WorkProofs;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;

namespace Sending.Chain.Rpc;

/// <summary>A node that was found to be of the deployment's chain and to hold its contracts.</summary>
public sealed class ChainConnection : IDisposable
{
    private readonly NodeClient _client;

    private ChainConnection(Deployment deployment, NodeClient client)
    {
        _client = client;
        Deployment = deployment;
        Web3 = new Web3(client);
        Staking = new NodeStakingService(Web3, deployment.Contracts.NodeStaking);
        Config = new ProtocolConfigService(Web3, deployment.Contracts.ProtocolConfig);
        Token = new SendTokenService(Web3, deployment.Contracts.SendToken);
        Identities = new DidRegistryService(Web3, deployment.Contracts.DidRegistry);
        Credit = new RelayCreditService(Web3, deployment.Contracts.RelayCredit);
        Work = new WorkProofsService(Web3, deployment.Contracts.WorkProofs);
        Rewards = new RewardPoolService(Web3, deployment.Contracts.RewardPool);
        Governor = new SendGovernorService(Web3, deployment.Contracts.SendGovernor);
    }

    /// <summary>What is deployed where.</summary>
    public Deployment Deployment { get; }

    /// <summary>The node's endpoints, the preferred one first; masked as text.</summary>
    public RpcUrls RpcUrls => _client.Urls;

    /// <summary>What is known of each endpoint, in the same order.</summary>
    public IReadOnlyList<EndpointHealth> Health => _client.Health;

    /// <summary>
    /// The highest block that an endpoint told; null before the first. With several endpoints a read may come from one that is a few blocks behind
    /// (at most <see cref="RpcOptions.LargestLagBlocks"/>): ask for a block by number when that matters.
    /// </summary>
    public long? HighestHead => _client.HighestHead;

    /// <summary>Nethereum over the node, without an account: it reads; sending is <see cref="Transactions.Outbox"/>'s part.</summary>
    public IWeb3 Web3 { get; }

    /// <summary>Binding of the node register and stake.</summary>
    public NodeStakingService Staking { get; }

    /// <summary>Binding of epoch clock and parameters.</summary>
    public ProtocolConfigService Config { get; }

    /// <summary>Binding of the SEND token.</summary>
    public SendTokenService Token { get; }

    /// <summary>Binding of the registry of decentralized identifiers.</summary>
    public DidRegistryService Identities { get; }

    /// <summary>Binding of prepaid credit.</summary>
    public RelayCreditService Credit { get; }

    /// <summary>Binding of work commitments, challenges and scores.</summary>
    public WorkProofsService Work { get; }

    /// <summary>Binding of emission fund and settlements.</summary>
    public RewardPoolService Rewards { get; }

    /// <summary>Binding of governance.</summary>
    public SendGovernorService Governor { get; }

    /// <summary>Connects, and asserts chain id and contracts. An endpoint's chain is asserted before it is used, that of the others later.</summary>
    /// <param name="deployment">What must be there.</param>
    /// <param name="rpcUrls">The endpoints; the deployment's own when null.</param>
    /// <param name="options">Time limits; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.NodeUnreachable"/>, <see cref="ErrorCode.WrongChain"/> or <see cref="ErrorCode.ContractsNotDeployed"/>.
    /// </exception>
    public static async Task<ChainConnection> OpenAsync(
        Deployment deployment,
        RpcUrls? rpcUrls,
        RpcOptions? options,
        CancellationToken cancellationToken)
    {
        var connection = new ChainConnection(deployment, new NodeClient(rpcUrls ?? new RpcUrls([deployment.RpcUrl]), deployment, options));
        try
        {
            await connection.AssertContractsAsync(cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The newest block.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.NodeRefused"/>: the node has none just now.</exception>
    public Task<ChainHead> GetHeadAsync(CancellationToken cancellationToken) => GetHeadAsync(Finality.Latest, cancellationToken);

    /// <summary>The newest block that counts as final.</summary>
    /// <param name="finality">What counts so.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.NodeRefused"/>: the node has none just now.</exception>
    public async Task<ChainHead> GetHeadAsync(Finality finality, CancellationToken cancellationToken)
    {
        var block = await Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber
            .SendRequestAsync(finality.ToBlockParameter())
            .WaitAsync(cancellationToken)
            ?? throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {RpcUrls} has no newest block; it may be starting, or changing to another branch. Try again.",
                new Dictionary<string, string> { ["rpcUrl"] = RpcUrls.ToString() });
        return new ChainHead(
            (long)block.Number.Value,
            DateTimeOffset.FromUnixTimeSeconds((long)block.Timestamp.Value),
            block.BaseFeePerGas?.Value ?? BigInteger.Zero);
    }

    /// <summary>Which chain this is, for state that is stored.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.NodeRefused"/>: the node does not hold the deployment's first block.</exception>
    public async Task<ChainIdentity> GetIdentityAsync(CancellationToken cancellationToken)
    {
        var number = new BlockParameter(new HexBigInteger(Deployment.DeployBlock));
        var block = await Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(number).WaitAsync(cancellationToken)
            ?? throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {RpcUrls} does not hold block {Deployment.DeployBlock}, which the deployment \"{Deployment.Network}\" began with. It may still be catching up, or keep no history.",
                new Dictionary<string, string> { ["rpcUrl"] = RpcUrls.ToString() });
        return new ChainIdentity(Deployment.ChainId, Deployment.Contracts.NodeStaking, block.BlockHash);
    }

    /// <summary>Asks every endpoint for its chain and newest block, so that <see cref="Health"/> is of now.</summary>
    public Task ProbeAsync(CancellationToken cancellationToken) => _client.ProbeAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task AssertContractsAsync(CancellationToken cancellationToken)
    {
        async Task<(string Name, string Address, string Code)> AskAsync((string Name, string Address) contract)
            => (contract.Name, contract.Address, await Web3.Eth.GetCode.SendRequestAsync(contract.Address).WaitAsync(cancellationToken));

        // The first alone, since it is the one that finds out of which chain the node is.
        var first = await AskAsync(Deployment.Contracts.All.First());
        var codes = (await Task.WhenAll(Deployment.Contracts.All.Skip(1).Select(AskAsync))).Prepend(first);
        var missing = codes.Where(contract => contract.Code is null or "" or "0x").ToList();
        if (missing.Count > 0)
        {
            var cure = Deployment.Network == NetworkCatalog.Devnet ? "Start the local network anew with `sending-cli devnet reset`." : "Check the deployment file and the RPC URL.";
            throw new SendingException(
                ErrorCode.ContractsNotDeployed,
                $"Contracts are not deployed at {string.Join(", ", missing.Select(contract => $"{contract.Address} ({contract.Name})"))} on the chain of {RpcUrls}. {cure}",
                missing.ToDictionary(contract => contract.Name, contract => contract.Address));
        }
    }
}
