using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Transactions;

namespace Nethereum.Contracts.ContractHandlers;

internal sealed class ContractQueryHandler<TFunctionMessage>(IEthCall call, string defaultAddressFrom, BlockParameter defaultBlock)
    : IContractQueryHandler<TFunctionMessage>
    where TFunctionMessage : FunctionMessage, new()
{
    private readonly FunctionCallDecoder _decoder = new();

    public async Task<TFunctionOutput> QueryAsync<TFunctionOutput>(string contractAddress, TFunctionMessage functionMessage = null, BlockParameter block = null)
    {
        var output = await QueryRawAsync(contractAddress, functionMessage, block).ConfigureAwait(false);
        _decoder.ThrowIfErrorOnOutput(output);
        if (FunctionOutputAttribute.IsFunctionType<TFunctionOutput>())
        {
            return output is null or "0x" ? default : _decoder.DecodeFunctionOutput(Activator.CreateInstance<TFunctionOutput>(), output);
        }
        var outputs = ABITypedRegistry.GetFunctionABI<TFunctionMessage>().OutputParameters;
        return outputs.Length > 0
            ? _decoder.DecodeSimpleTypeOutput<TFunctionOutput>(outputs[0], output)
            : throw new InvalidOperationException($"{typeof(TFunctionMessage).Name} returns nothing that could be decoded as {typeof(TFunctionOutput).Name}.");
    }

    public async Task<TFunctionOutput> QueryDeserializingToObjectAsync<TFunctionOutput>(
        TFunctionMessage functionMessage,
        string contractAddress,
        BlockParameter block = null)
        where TFunctionOutput : IFunctionOutputDTO, new()
    {
        var output = await QueryRawAsync(contractAddress, functionMessage, block).ConfigureAwait(false);
        _decoder.ThrowIfErrorOnOutput(output);
        return _decoder.DecodeFunctionOutput<TFunctionOutput>(output);
    }

    public async Task<byte[]> QueryRawAsBytesAsync(string contractAddress, TFunctionMessage functionMessage = null, BlockParameter block = null) =>
        (await QueryRawAsync(contractAddress, functionMessage, block).ConfigureAwait(false)).HexToByteArray();

    public Task<string> QueryRawAsync(string contractAddress, TFunctionMessage functionMessage = null, BlockParameter block = null)
    {
        functionMessage ??= new TFunctionMessage();
        functionMessage.SetDefaultFromAddressIfNotSet(defaultAddressFrom);
        var input = functionMessage.CreateCallInput(contractAddress);
        return ContractRevertExceptionHandler.ExplainRevertsAsync(() => call.SendRequestAsync(input, block ?? defaultBlock));
    }
}
