using System.Numerics;
using Nethereum.Contracts.CQS;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.TransactionTypes;
using Nethereum.Util;

namespace Nethereum.Contracts;

/// <summary>How a message is sent, as requests carry it; what is not set is null.</summary>
public static class ContractMessageHexBigIntegerExtensions
{
    public static void SetTransactionType1559(this ContractMessageBase contractMessage) => contractMessage.TransactionType = TransactionType.EIP1559.AsByte();

    public static HexBigInteger GetHexTransactionType(this ContractMessageBase contractMessage) => GetDefaultValue(contractMessage.TransactionType);

    public static HexBigInteger GetHexMaxFeePerGas(this ContractMessageBase contractMessage) => GetDefaultValue(contractMessage.MaxFeePerGas);

    public static HexBigInteger GetMaxPriorityFeePerGas(this ContractMessageBase contractMessage) => GetDefaultValue(contractMessage.MaxPriorityFeePerGas);

    public static HexBigInteger GetHexMaximumGas(this ContractMessageBase contractMessage) => GetDefaultValue(contractMessage.Gas);

    public static HexBigInteger GetHexValue(this ContractMessageBase contractMessage) => new(contractMessage.AmountToSend);

    public static HexBigInteger GetHexGasPrice(this ContractMessageBase contractMessage) => GetDefaultValue(contractMessage.GasPrice);

    public static void SetGasPriceFromGwei(this ContractMessageBase contractMessage, decimal gweiAmount) =>
        contractMessage.GasPrice = UnitConversion.Convert.ToWei(gweiAmount, UnitConversion.EthUnit.Gwei);

    public static HexBigInteger GetHexNonce(this ContractMessageBase contractMessage) => GetDefaultValue(contractMessage.Nonce);

    public static HexBigInteger GetDefaultValue(BigInteger? bigInteger) => bigInteger is { } value ? new HexBigInteger(value) : null;

    public static string SetDefaultFromAddressIfNotSet(this ContractMessageBase contractMessage, string defaultFromAdddress) =>
        string.IsNullOrEmpty(contractMessage.FromAddress) ? contractMessage.FromAddress = defaultFromAdddress : contractMessage.FromAddress;
}
