using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Nethereum.Contracts;

public static class FunctionOuputDTOExtensions
{
    /// <summary>Reads what a call returned into the object.</summary>
    public static TFunctionOutputDTO DecodeOutput<TFunctionOutputDTO>(this TFunctionOutputDTO functionOuputDTO, string output)
        where TFunctionOutputDTO : IFunctionOutputDTO => new FunctionCallDecoder().DecodeFunctionOutput(functionOuputDTO, output);
}
