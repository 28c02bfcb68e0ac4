using Nethereum.ABI.FunctionEncoding;
using Nethereum.Contracts;
using Nethereum.JsonRpc.Client;
using Sending.Chain.Errors;

namespace Sending.Chain.Rpc;

/// <summary>For hosts: what a call of Nethereum throws, as the one exception that they show.</summary>
public static class NodeFailure
{
    /// <summary>The node's failure in plain words, or null when the exception comes from elsewhere.</summary>
    public static SendingException? Translate(Exception exception) => exception switch
    {
        SendingException known => known,
        RpcResponseException refused => new SendingException(ErrorCode.NodeRefused, $"The node refuses a request: {refused.Message}", null, refused),
        RpcClientTimeoutException or RpcClientUnknownException => new SendingException(
            ErrorCode.NodeUnreachable,
            $"The node does not answer: {(exception.InnerException ?? exception).Message}",
            null,
            exception),
        SmartContractRevertException reverted => new SendingException(ErrorCode.Reverted, $"The contract refuses: {reverted.RevertMessage}", null, reverted),
        SmartContractCustomErrorRevertException custom => new SendingException(
            ErrorCode.Reverted,
            $"The contract refuses with error {custom.ExceptionEncodedData}.",
            null,
            custom),
        _ => null,
    };
}
