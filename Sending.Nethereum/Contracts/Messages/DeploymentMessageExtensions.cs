using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;

namespace Nethereum.Contracts;

/// <summary>Deployment messages as transactions.</summary>
public static class DeploymentMessageExtensions
{
    public static CallInput CreateCallInput<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractDeploymentMessage, new() => MessageInputs.CallOf(contractMessage, MessageInputs.DataOf(contractMessage), null);

    public static TransactionInput CreateTransactionInput<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractDeploymentMessage, new() => MessageInputs.TransactionOf(contractMessage, MessageInputs.DataOf(contractMessage), null);

    /// <summary>The creation code and the constructor's arguments.</summary>
    public static byte[] GetDeploymentData<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractDeploymentMessage, new() => MessageInputs.DataOf(contractMessage).HexToByteArray();

    public static byte[] GetDeploymentDataHash<TContractMessage>(this TContractMessage contractMessage)
        where TContractMessage : ContractDeploymentMessage, new() => Sha3Keccack.Current.CalculateHash(contractMessage.GetDeploymentData());
}
