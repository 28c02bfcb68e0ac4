using Nethereum.Contracts;
using Nethereum.Contracts.Services;

namespace Nethereum.Web3;

/// <summary>What generated services share.</summary>
public abstract class ContractWeb3ServiceBase : ContractServiceBase, IContractWeb3Service
{
    public ContractWeb3ServiceBase(IWeb3 web3, string contractAddress)
        : this(web3.Eth, contractAddress) => Web3 = web3;

    protected ContractWeb3ServiceBase(IEthApiContractService ethApiContractService, string contractAddress) =>
        ContractHandler = ethApiContractService.GetContractHandler(contractAddress);

    /// <summary>Null when the service was made without one.</summary>
    public IWeb3 Web3 { get; }
}
