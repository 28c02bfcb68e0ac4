using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>Decodes calls, what they return, and errors. Data is hex, with or without prefix; wrong data ends in a <see cref="FormatException"/>.</summary>
public class FunctionCallDecoder : ParameterDecoder
{
    private const int SelectorDigits = 8;
    private const string NoData = "0x";

    public FunctionCallDecoder()
    {
    }

    public bool IsDataForFunction(FunctionABI functionABI, string data) => HasSelector(data, functionABI.Sha3Signature);

    public bool IsDataForError(ErrorABI errorABI, string data) => HasSelector(data, errorABI.Sha3Signature);

    public List<ParameterOutput> DecodeInput(FunctionABI functionABI, string data) =>
        DecodeFunctionInput(functionABI.Sha3Signature, data, functionABI.InputParameters);

    public List<ParameterOutput> DecodeError(ErrorABI errorABI, string data) => DecodeFunctionInput(errorABI.Sha3Signature, data, errorABI.InputParameters);

    public object DecodeError(Type errorType, string data) =>
        DecodeFunctionCustomError(errorType, new AttributesToABIExtractor().ExtractErrorABI(errorType).Sha3Signature, data);

    public List<ParameterOutput> DecodeFunctionInput(string sha3Signature, string data, params Parameter[] parameters) =>
        DecodeDefault(parameters, Arguments(sha3Signature, data));

    public T DecodeFunctionInput<T>(string sha3Signature, string data)
        where T : new() => DecodeFunctionInput(new T(), sha3Signature, data);

    public T DecodeFunctionInput<T>(T functionInput, string sha3Signature, string data) => DecodeInto(functionInput, Arguments(sha3Signature, data));

    public TError DecodeFunctionCustomError<TError>(TError error, string signature, string encodedErrorData) =>
        DecodeInto(error, Arguments(signature, encodedErrorData));

    public object DecodeFunctionCustomError(Type errorType, string sha3Signature, string data) =>
        DecodeInto(MessageMap.Of(errorType).Create(), Arguments(sha3Signature, data));

    /// <summary>The reason a call reverted with, or null when the output is no <c>Error(string)</c>.</summary>
    public ErrorFunction DecodeFunctionError(string output) =>
        ErrorFunction.IsErrorData(output) ? DecodeFunctionInput<ErrorFunction>(ErrorFunction.ERROR_FUNCTION_ID, output) : null;

    /// <summary>The reason a call reverted with, or null when the output is no <c>Error(string)</c>.</summary>
    public string DecodeFunctionErrorMessage(string output) => DecodeFunctionError(output)?.Message;

    /// <exception cref="SmartContractRevertException">The output is an <c>Error(string)</c>.</exception>
    public void ThrowIfErrorOnOutput(string output, Exception innerException = null)
    {
        if (ErrorFunction.IsErrorData(output))
        {
            throw new SmartContractRevertException(DecodeFunctionErrorMessage(output), output, innerException);
        }
    }

    /// <summary>Decodes to a class with parameter attributes. No output, as an account without code gives, is the default value.</summary>
    public T DecodeFunctionOutput<T>(string output)
        where T : new() => IsEmpty(output) ? default : DecodeFunctionOutput(new T(), output);

    public T DecodeFunctionOutput<T>(T functionOutputResult, string output) =>
        IsEmpty(output) ? functionOutputResult : DecodeInto(functionOutputResult, ToBytes(output));

    /// <summary>As <see cref="DecodeFunctionOutput{T}(string)"/>; the given parameters must be those that the attributes name.</summary>
    public T DecodeOutput<T>(string output, params Parameter[] outputParameter)
        where T : new()
    {
        if (outputParameter.Length != MessageMap.Of(typeof(T)).Parameters.Length)
        {
            throw new ArgumentException($"{typeof(T).Name} does not stand for {outputParameter.Length} parameters.", nameof(outputParameter));
        }
        return DecodeFunctionOutput<T>(output);
    }

    /// <summary>Decodes one value. No output, as an account without code gives, is the default value.</summary>
    public T DecodeSimpleTypeOutput<T>(Parameter outputParameter, string output)
    {
        if (IsEmpty(output))
        {
            return default;
        }
        var type = ABIType.Create(outputParameter.Type, typeof(T));
        return (T)AbiSequence.DecodeItem(type, new AbiReader(ToBytes(output)), 0, 0, typeof(T));
    }

    private static bool IsEmpty(string output) => string.IsNullOrEmpty(output) || output == NoData;

    private static bool HasSelector(string data, string selector) =>
        !string.IsNullOrEmpty(data) && data.Digits().StartsWith(selector.Digits(), StringComparison.OrdinalIgnoreCase);

    private static byte[] Arguments(string selector, string data) => HasSelector(data, selector)
        ? ToBytes(data, data.Digits()[SelectorDigits..])
        : throw new FormatException($"The data does not start with the selector {selector.EnsureHexPrefix()}.");
}
