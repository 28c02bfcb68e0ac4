using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.Model;

namespace Nethereum.Contracts;

/// <summary>What a reverted contract returned, by the classes of errors.</summary>
public static class ErrorExtensions
{
    public static bool IsExceptionEncodedDataForError<TError>(this string data) => data.IsExceptionEncodedDataForError(typeof(TError));

    public static bool IsExceptionEncodedDataForError(this string data, ErrorABI errorABI) => new FunctionCallDecoder().IsDataForError(errorABI, data);

    public static bool IsExceptionEncodedDataForError(this string data, Type errorType) =>
        data.IsExceptionEncodedDataForError(ABITypedRegistry.GetError(errorType));

    /// <exception cref="FormatException">It is another error, or malformed.</exception>
    public static TError DecodeExceptionEncodedData<TError>(this string data)
        where TError : class, new() => (TError)data.DecodeExceptionEncodedData(typeof(TError));

    /// <exception cref="FormatException">It is another error, or malformed.</exception>
    public static object DecodeExceptionEncodedData(this string data, Type errorType) =>
        new FunctionCallDecoder().DecodeFunctionCustomError(errorType, ABITypedRegistry.GetError(errorType).Sha3Signature, data);
}
