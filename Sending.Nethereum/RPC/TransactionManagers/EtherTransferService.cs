using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.TransactionTypes;
using Nethereum.Util;

namespace Nethereum.RPC.TransactionManagers;

/// <inheritdoc cref="IEtherTransferService"/>
public class EtherTransferService : IEtherTransferService
{
    private readonly ITransactionManager _transactionManager;

    public EtherTransferService(ITransactionManager transactionManager) => _transactionManager = transactionManager;

    public Task<string> TransferEtherAsync(
        string toAddress,
        decimal etherAmount,
        decimal? gasPriceGwei = null,
        BigInteger? gas = null,
        BigInteger? nonce = null) => _transactionManager.SendTransactionAsync(Transfer(toAddress, etherAmount, gasPriceGwei, gas, nonce));

    public Task<TransactionReceipt> TransferEtherAndWaitForReceiptAsync(
        string toAddress,
        decimal etherAmount,
        decimal? gasPriceGwei = null,
        BigInteger? gas = null,
        BigInteger? nonce = null,
        CancellationToken cancellationToken = default) =>
        _transactionManager.SendTransactionAndWaitForReceiptAsync(Transfer(toAddress, etherAmount, gasPriceGwei, gas, nonce), cancellationToken);

    public Task<TransactionReceipt> TransferEtherAndWaitForReceiptAsync(
        string toAddress,
        decimal etherAmount,
        BigInteger maxPriorityFeePerGas,
        BigInteger maxFeePerGas,
        BigInteger? gas = null,
        BigInteger? nonce = null,
        CancellationToken cancellationToken = default) =>
        _transactionManager.SendTransactionAndWaitForReceiptAsync(Transfer1559(toAddress, etherAmount, maxPriorityFeePerGas, maxFeePerGas, gas, nonce), cancellationToken);

    public Task<string> TransferEtherAsync(
        string toAddress,
        decimal etherAmount,
        BigInteger maxPriorityFeePerGas,
        BigInteger maxFeePerGas,
        BigInteger? gas = null,
        BigInteger? nonce = null) =>
        _transactionManager.SendTransactionAsync(Transfer1559(toAddress, etherAmount, maxPriorityFeePerGas, maxFeePerGas, gas, nonce));

    public async Task<BigInteger> EstimateGasAsync(string toAddress, decimal etherAmount) =>
        (await _transactionManager.EstimateGasAsync(Transfer(toAddress, etherAmount, null, null, null)).ConfigureAwait(false)).Value;

    private TransactionInput Transfer(string toAddress, decimal etherAmount, decimal? gasPriceGwei, BigInteger? gas, BigInteger? nonce) => new()
    {
        From = _transactionManager.Account?.Address,
        To = toAddress,
        Value = new HexBigInteger(UnitConversion.Convert.ToWei(etherAmount)),
        GasPrice = gasPriceGwei is { } price ? new HexBigInteger(UnitConversion.Convert.ToWei(price, UnitConversion.EthUnit.Gwei)) : null,
        Gas = gas is { } limit ? new HexBigInteger(limit) : null,
        Nonce = nonce is { } number ? new HexBigInteger(number) : null,
    };

    private TransactionInput Transfer1559(string toAddress, decimal etherAmount, BigInteger tip, BigInteger most, BigInteger? gas, BigInteger? nonce)
    {
        var transaction = Transfer(toAddress, etherAmount, null, gas, nonce);
        transaction.Type = TransactionType.EIP1559.AsHexBigInteger();
        transaction.MaxPriorityFeePerGas = new HexBigInteger(tip);
        transaction.MaxFeePerGas = new HexBigInteger(most);
        return transaction;
    }
}
