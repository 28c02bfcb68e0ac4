using System.Numerics;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.TransactionManagers;

/// <summary>Transfers ether. Amounts are in ether, prices in gwei or, where they are whole numbers, in wei.</summary>
public interface IEtherTransferService
{
    Task<TransactionReceipt> TransferEtherAndWaitForReceiptAsync(
        string toAddress,
        decimal etherAmount,
        decimal? gasPriceGwei = null,
        BigInteger? gas = null,
        BigInteger? nonce = null,
        CancellationToken cancellationToken = default);

    Task<string> TransferEtherAsync(string toAddress, decimal etherAmount, decimal? gasPriceGwei = null, BigInteger? gas = null, BigInteger? nonce = null);

    Task<string> TransferEtherAsync(
        string toAddress,
        decimal etherAmount,
        BigInteger maxPriorityFee,
        BigInteger maxFeePerGas,
        BigInteger? gas = null,
        BigInteger? nonce = null);

    Task<TransactionReceipt> TransferEtherAndWaitForReceiptAsync(
        string toAddress,
        decimal etherAmount,
        BigInteger maxPriorityFee,
        BigInteger maxFeePerGas,
        BigInteger? gas = null,
        BigInteger? nonce = null,
        CancellationToken cancellationToken = default);

    Task<BigInteger> EstimateGasAsync(string toAddress, decimal etherAmount);
}
