using System.Numerics;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Transactions;

namespace Nethereum.RPC.TransactionManagers;

/// <summary>Sends transactions of accounts whose keys the node holds.</summary>
public class TransactionManager : TransactionManagerBase
{
    public TransactionManager(IClient client) => Client = client;

    public override BigInteger DefaultGas { get; set; } = 21_000;

    /// <exception cref="InvalidOperationException">Always: there is no key here.</exception>
    public override Task<string> SignTransactionAsync(TransactionInput transaction) =>
        throw new InvalidOperationException("The node holds the key: transactions cannot be signed here without an account.");

    public override async Task<string> SendTransactionAsync(TransactionInput transactionInput)
    {
        await SetTransactionFeesOrPricingAsync(transactionInput).ConfigureAwait(false);
        SetDefaultGasIfNotSet(transactionInput);
        return await new EthSendTransaction(ConnectedClient).SendRequestAsync(transactionInput).ConfigureAwait(false);
    }
}
