using Nethereum.RPC.Eth;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Services;
using Nethereum.RPC.Eth.Transactions;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.RPC;

/// <summary>The eth_ requests.</summary>
public interface IEthApiService : IRpcClientWrapper
{
    IEthChainId ChainId { get; }

    IEthAccounts Accounts { get; }

    IEthApiBlockService Blocks { get; }

    /// <summary>The block that requests ask about unless they name one.</summary>
    BlockParameter DefaultBlock { get; set; }

    IEthApiFilterService Filters { get; }

    IEthGasPrice GasPrice { get; }

    IEthGetBalance GetBalance { get; }

    IEthGetCode GetCode { get; }

    IEthGetStorageAt GetStorageAt { get; }

    /// <summary>Prices, signs and sends transactions.</summary>
    ITransactionManager TransactionManager { get; set; }

    IEthApiTransactionsService Transactions { get; }

    IEthFeeHistory FeeHistory { get; }

    IEtherTransferService GetEtherTransferService();
}
