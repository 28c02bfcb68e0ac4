using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.Model;
using Newtonsoft.Json;

namespace Nethereum.Contracts;

/// <summary>A contract reverted with a custom error that is not yet decoded.</summary>
public class SmartContractCustomErrorRevertException : Exception
{
    public SmartContractCustomErrorRevertException(string encodedData)
        : base("Smart contract error") => ExceptionEncodedData = encodedData;

    /// <summary>The error's selector and values as hex with prefix; 0x when the contract said nothing.</summary>
    public string ExceptionEncodedData { get; set; }

    public List<ParameterOutput> DecodeErrorToDefault(ErrorABI errorABI) => errorABI.DecodeErrorDataToDefault(ExceptionEncodedData);

    /// <summary>The error's values as JSON.</summary>
    public string DecodeErrorToDefaultString(ErrorABI errorABI) => errorABI.DecodeErrorDataToDefaultToJObject(ExceptionEncodedData).ToString(Formatting.None);

    public bool IsCustomErrorFor(ErrorABI errorAbi) => new FunctionCallDecoder().IsDataForError(errorAbi, ExceptionEncodedData);

    public bool IsCustomErrorFor<TError>() => IsCustomErrorFor(typeof(TError));

    public bool IsCustomErrorFor(Type errorType) => IsCustomErrorFor(ABITypedRegistry.GetError(errorType));

    /// <exception cref="FormatException">It is another error.</exception>
    public object DecodeError(Type errorType) =>
        new FunctionCallDecoder().DecodeFunctionCustomError(errorType, ABITypedRegistry.GetError(errorType).Sha3Signature, ExceptionEncodedData);

    /// <exception cref="FormatException">It is another error.</exception>
    public TError DecodeError<TError>()
        where TError : class, new() => (TError)DecodeError(typeof(TError));
}
