using Nethereum.ABI.FunctionEncoding;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;

namespace Nethereum.Contracts;

/// <summary>Turns the node's errors of reverted calls into exceptions that say why the contract reverted.</summary>
public class ContractRevertExceptionHandler
{
    /// <summary>Throws when the error carries what the contract returned; otherwise returns, and the caller throws on.</summary>
    /// <exception cref="SmartContractRevertException">The contract gave a reason as text.</exception>
    /// <exception cref="SmartContractCustomErrorRevertException">The contract gave a custom error, a panic or nothing.</exception>
    public static void HandleContractRevertException(RpcResponseException rpcException)
    {
        var data = rpcException.RpcError.GetDataAsString();
        if (data is null || !data.IsHex())
        {
            return;
        }
        new FunctionCallDecoder().ThrowIfErrorOnOutput(data, rpcException);
        throw new SmartContractCustomErrorRevertException(data);
    }

    internal static async Task<T> ExplainRevertsAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request().ConfigureAwait(false);
        }
        catch (RpcResponseException exception)
        {
            HandleContractRevertException(exception);
            throw;
        }
    }
}
