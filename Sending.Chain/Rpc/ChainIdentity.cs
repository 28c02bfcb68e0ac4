namespace Sending.Chain.Rpc;

/// <summary>
/// Which chain a stored state belongs to. A development node that is started anew has the same chain id and the same contract addresses,
/// so only the hash of the block that the deployment began with tells it from the one before.
/// </summary>
/// <param name="ChainId">EIP-155 chain id.</param>
/// <param name="Contract">Address (EIP-55) of the node register, which stands for the whole deployment.</param>
/// <param name="DeployBlockHash">Hash of the deployment's first block, 0x and 64 digits.</param>
public sealed record ChainIdentity(long ChainId, string Contract, string DeployBlockHash);
