using Nethereum.Contracts;

namespace Nethereum.Web3;

/// <summary>A contract by its generated service, on one node.</summary>
public interface IContractWeb3Service : IContractService
{
    IWeb3 Web3 { get; }
}
