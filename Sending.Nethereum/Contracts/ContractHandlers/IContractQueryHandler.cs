using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts.ContractHandlers;

/// <summary>Calls a function without a transaction (eth_call).</summary>
public interface IContractQueryHandler<TFunctionMessage>
    where TFunctionMessage : FunctionMessage, new()
{
    /// <summary>The first value returned, or all of them when <typeparamref name="TFunctionOutput"/> is a class for them.</summary>
    /// <exception cref="SmartContractCustomErrorRevertException">The contract reverted with a custom error.</exception>
    /// <exception cref="ABI.FunctionEncoding.SmartContractRevertException">The contract reverted with a reason.</exception>
    Task<TFunctionOutput> QueryAsync<TFunctionOutput>(string contractAddress, TFunctionMessage functionMessage = null, BlockParameter block = null);

    /// <summary>All values returned.</summary>
    Task<TFunctionOutput> QueryDeserializingToObjectAsync<TFunctionOutput>(TFunctionMessage functionMessage, string contractAddress, BlockParameter block = null)
        where TFunctionOutput : IFunctionOutputDTO, new();

    Task<byte[]> QueryRawAsBytesAsync(string contractAddress, TFunctionMessage functionMessage = null, BlockParameter block = null);

    /// <summary>What the call returned, as hex.</summary>
    Task<string> QueryRawAsync(string contractAddress, TFunctionMessage functionMessage = null, BlockParameter block = null);
}
