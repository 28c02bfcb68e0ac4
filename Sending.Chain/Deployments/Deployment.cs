namespace Sending.Chain.Deployments;

/// <summary>One set of contracts on one chain.</summary>
/// <param name="Network">The network's name, e.g. "devnet".</param>
/// <param name="ChainId">EIP-155 chain id that the node must report.</param>
/// <param name="RpcUrl">JSON-RPC endpoint to use unless the user names another.</param>
/// <param name="DeployBlock">The block from which on the contracts can have events.</param>
/// <param name="Contracts">Where the contracts are.</param>
public sealed record Deployment(string Network, long ChainId, Uri RpcUrl, long DeployBlock, ContractAddresses Contracts);

/// <summary>Addresses (EIP-55) of a deployment's contracts; of upgradeable ones, the proxies'.</summary>
/// <param name="SendToken">The SEND token.</param>
/// <param name="AccessManager">The permission map.</param>
/// <param name="ProtocolConfig">Epoch clock and parameters.</param>
/// <param name="NodeStaking">Node register, stake and rewards.</param>
/// <param name="DidRegistry">Decentralized identifiers.</param>
/// <param name="RelayCredit">Prepaid credit of payers.</param>
/// <param name="WorkProofs">Work commitments, challenges and scores.</param>
/// <param name="RewardPool">Emission fund and settlements.</param>
/// <param name="SendGovernor">Governance by guardians.</param>
public sealed record ContractAddresses(
    string SendToken,
    string AccessManager,
    string ProtocolConfig,
    string NodeStaking,
    string DidRegistry,
    string RelayCredit,
    string WorkProofs,
    string RewardPool,
    string SendGovernor)
{
    /// <summary>Each contract's name and address.</summary>
    public IEnumerable<(string Name, string Address)> All =>
    [
        (nameof(SendToken), SendToken),
        (nameof(AccessManager), AccessManager),
        (nameof(ProtocolConfig), ProtocolConfig),
        (nameof(NodeStaking), NodeStaking),
        (nameof(DidRegistry), DidRegistry),
        (nameof(RelayCredit), RelayCredit),
        (nameof(WorkProofs), WorkProofs),
        (nameof(RewardPool), RewardPool),
        (nameof(SendGovernor), SendGovernor),
    ];
}
