using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Nethereum.Contracts.Services;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC;
using Nethereum.RPC.Accounts;
using Nethereum.RPC.TransactionManagers;
using Nethereum.RPC.TransactionReceipts;
using Nethereum.Signer;
using Nethereum.Util;

namespace Nethereum.Web3;

/// <inheritdoc cref="IWeb3"/>
public class Web3 : IWeb3
{
    private const string DefaultUrl = "http://localhost:8545/";

    /// <summary>Over a client; the node signs, if anybody does.</summary>
    public Web3(IClient client)
    {
        Client = client;
        InitialiseInnerServices();
    }

    /// <summary>Over a client, with an account that signs; its transaction manager and nonce service are given the client.</summary>
    public Web3(IAccount account, IClient client)
        : this(client)
    {
        account.TransactionManager.Client = client;
        if (account.NonceService is not null)
        {
            account.NonceService.Client = client;
        }
        TransactionManager = account.TransactionManager;
    }

    /// <param name="url">The node.</param>
    /// <param name="log">Taken for compatibility; nothing is logged.</param>
    /// <param name="authenticationHeader">Sent with each request.</param>
    public Web3(string url = DefaultUrl, ILogger log = null, AuthenticationHeaderValue authenticationHeader = null)
        : this(new RpcClient(new Uri(url), authenticationHeader, log: log))
    {
    }

    /// <inheritdoc cref="Web3(string, ILogger, AuthenticationHeaderValue)"/>
    public Web3(IAccount account, string url = DefaultUrl, ILogger log = null, AuthenticationHeaderValue authenticationHeader = null)
        : this(account, new RpcClient(new Uri(url), authenticationHeader, log: log))
    {
    }

    public static UnitConversion Convert { get; } = new();

    public ITransactionManager TransactionManager
    {
        get => Eth.TransactionManager;
        set => Eth.TransactionManager = value;
    }

    public IClient Client { get; }

    public IEthApiContractService Eth { get; private set; }

    public FeeSuggestionService FeeSuggestion { get; private set; }

    public ITransactionReceiptService TransactionReceiptPolling
    {
        get => TransactionManager.TransactionReceiptService;
        set => TransactionManager.TransactionReceiptService = value;
    }

    public static string GetAddressFromPrivateKey(string privateKey) => EthECKey.GetPublicAddress(privateKey);

    public static bool IsChecksumAddress(string address) => AddressUtil.Current.IsChecksumAddress(address);

    public static string Sha3(string value) => Sha3Keccack.Current.CalculateHash(value);

    public static string ToChecksumAddress(string address) => AddressUtil.Current.ConvertToChecksumAddress(address);

    public static string ToValid20ByteAddress(string address) => AddressUtil.Current.ConvertToValid20ByteAddress(address);

    protected virtual void InitialiseInnerServices()
    {
        Eth = new EthApiContractService(Client);
        FeeSuggestion = new FeeSuggestionService(Client);
    }
}
