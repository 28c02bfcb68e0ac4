using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.Contracts.CQS;
using Nethereum.Util;

namespace Nethereum.Contracts;

/// <summary>A message's arguments as bytes, without selector.</summary>
public static class ContractMessageAbiEncodeExtensions
{
    /// <summary>As <c>abi.encode</c> gives them.</summary>
    public static byte[] GetParamsEncoded<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractMessageBase => ParametersEncoder.Encode(contractMessage, contractMessage.GetType());

    /// <summary>As <c>abi.encodePacked</c> gives them.</summary>
    public static byte[] GetParamsEncodedPacked<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractMessageBase
    {
        var map = MessageMap.Of(contractMessage.GetType());
        return ParametersEncoder.EncodePacked(map.Parameters, map.Values(contractMessage));
    }

    public static byte[] GetSha3ParamsEncoded<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractMessageBase => Sha3Keccack.Current.CalculateHash(contractMessage.GetParamsEncoded());

    public static byte[] GetSha3ParamsEncodedPacked<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractMessageBase => Sha3Keccack.Current.CalculateHash(contractMessage.GetParamsEncodedPacked());
}
