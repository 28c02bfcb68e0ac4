using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>Encodes calls: the selector, then the parameters. All results are hex with prefix.</summary>
public class FunctionCallEncoder : ParametersEncoder
{
    public FunctionCallEncoder()
    {
    }

    /// <exception cref="AbiEncodingException">A value does not fit its parameter.</exception>
    public string EncodeRequest(object functionInput, Type functionInputType, string sha3Signature) =>
        EncodeToHex(sha3Signature.EnsureHexPrefix(), functionInput, functionInputType);

    /// <exception cref="AbiEncodingException">A value does not fit its parameter.</exception>
    public string EncodeRequest<T>(T functionInput, string sha3Signature) => EncodeRequest(functionInput, typeof(T), sha3Signature);

    /// <exception cref="AbiEncodingException">A value does not fit its parameter.</exception>
    public string EncodeRequest(string sha3Signature, Parameter[] parameters, params object[] values) =>
        sha3Signature.EnsureHexPrefix() + Encode(parameters, values).ToHex();

    public string EncodeRequest(string sha3Signature, string encodedParameters) => sha3Signature.EnsureHexPrefix() + encodedParameters.RemoveHexPrefix();

    public string EncodeRequest(string sha3Signature) => EncodeRequest(sha3Signature, "");
}
