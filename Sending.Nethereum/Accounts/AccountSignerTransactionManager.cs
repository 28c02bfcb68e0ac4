using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.NonceServices;
using Nethereum.RPC.TransactionManagers;
using Nethereum.Util;

namespace Nethereum.Web3.Accounts;

/// <summary>Signs transactions with the account's private key and sends them.</summary>
public class AccountSignerTransactionManager : TransactionManagerBase
{
    private readonly AccountOfflineTransactionSigner _signer = new();

    public AccountSignerTransactionManager(IClient rpcClient, Account account, BigInteger? overridingAccountChainId = null)
    {
        Account = account ?? throw new ArgumentNullException(nameof(account));
        Client = rpcClient;
        ChainId = overridingAccountChainId ?? account.ChainId;
    }

    public AccountSignerTransactionManager(IClient rpcClient, string privateKey, BigInteger? chainId = null)
        : this(rpcClient, new Account(privateKey, chainId), chainId) => Account.NonceService.Client = rpcClient;

    public AccountSignerTransactionManager(string privateKey, BigInteger? chainId = null)
        : this(null, privateKey, chainId)
    {
    }

    public override BigInteger DefaultGas { get; set; } = 21_000;

    /// <exception cref="Exception">The transaction is from another account.</exception>
    public override async Task<string> SendTransactionAsync(TransactionInput transactionInput)
    {
        var signed = await SignTransactionRetrievingNextNonceAsync(transactionInput).ConfigureAwait(false);
        return await SendRawTransactionAsync(signed).ConfigureAwait(false);
    }

    /// <summary>Signs, after filling in what is missing as for sending: the next nonce is taken.</summary>
    public override Task<string> SignTransactionAsync(TransactionInput transaction) => SignTransactionRetrievingNextNonceAsync(transaction);

    /// <summary>Signs the transaction as it is: it must be complete.</summary>
    public string SignTransaction(TransactionInput transaction)
    {
        EnsureFromThisAccount(transaction);
        return _signer.SignTransaction((Account)Account, transaction, ChainId);
    }

    public async Task<HexBigInteger> GetNonceAsync(TransactionInput transaction)
    {
        if (transaction.Nonce is not null)
        {
            return transaction.Nonce;
        }
        Account.NonceService ??= new InMemoryNonceService(Account.Address, Client);
        Account.NonceService.Client ??= Client;
        return await Account.NonceService.GetNextNonceAsync().ConfigureAwait(false);
    }

    protected async Task<string> SignTransactionRetrievingNextNonceAsync(TransactionInput transaction)
    {
        EnsureFromThisAccount(transaction);
        await EnsureChainIdAndChainFeatureIsSetAsync().ConfigureAwait(false);
        await SetTransactionFeesOrPricingAsync(transaction).ConfigureAwait(false);
        await SetGasAsync(transaction).ConfigureAwait(false);
        // The nonce comes last: what fails before does not leave a gap.
        transaction.Nonce = await GetNonceAsync(transaction).ConfigureAwait(false);
        return SignTransaction(transaction);
    }

    private void EnsureFromThisAccount(TransactionInput transaction)
    {
        if (string.IsNullOrEmpty(transaction.From))
        {
            transaction.From = Account.Address;
        }
        else if (!transaction.From.IsTheSameAddress(Account.Address))
        {
            throw new Exception($"Invalid account used for signing, does not match the transaction input: {transaction.From} is not {Account.Address}.");
        }
    }
}
