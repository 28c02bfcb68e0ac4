using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Services;
using Nethereum.RPC.Eth.Transactions;
using Nethereum.RPC.TransactionManagers;

namespace Nethereum.RPC;

/// <inheritdoc cref="IEthApiService"/>
public class EthApiService : RpcClientWrapper, IEthApiService
{
    private BlockParameter _defaultBlock;

    public EthApiService(IClient client)
        : this(client, new TransactionManager(client))
    {
    }

    public EthApiService(IClient client, ITransactionManager transactionManager)
        : base(client)
    {
        ChainId = new EthChainId(client);
        Accounts = new EthAccounts(client);
        GasPrice = new EthGasPrice(client);
        GetBalance = new EthGetBalance(client);
        GetCode = new EthGetCode(client);
        GetStorageAt = new EthGetStorageAt(client);
        FeeHistory = new EthFeeHistory(client);
        Transactions = new EthApiTransactionsService(client);
        Blocks = new EthApiBlockService(client);
        Filters = new EthApiFilterService(client);
        DefaultBlock = BlockParameter.CreateLatest();
        TransactionManager = transactionManager;
    }

    public BlockParameter DefaultBlock
    {
        get => _defaultBlock;
        set
        {
            _defaultBlock = value;
            GetBalance.DefaultBlock = value;
            GetCode.DefaultBlock = value;
            GetStorageAt.DefaultBlock = value;
            Transactions.SetDefaultBlock(value);
        }
    }

    public IEthChainId ChainId { get; }

    public IEthAccounts Accounts { get; }

    public IEthGasPrice GasPrice { get; }

    public IEthGetBalance GetBalance { get; }

    public IEthGetCode GetCode { get; }

    public IEthGetStorageAt GetStorageAt { get; }

    public IEthApiTransactionsService Transactions { get; }

    public IEthApiBlockService Blocks { get; }

    public IEthApiFilterService Filters { get; }

    public IEthFeeHistory FeeHistory { get; }

    public virtual ITransactionManager TransactionManager { get; set; }

    public virtual IEtherTransferService GetEtherTransferService() => new EtherTransferService(TransactionManager);
}
