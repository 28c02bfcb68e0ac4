using Nethereum.ABI.Model;

namespace Nethereum.Contracts;

/// <summary>A contract reverted with a custom error that its service knows.</summary>
public class SmartContractCustomErrorRevertExceptionErrorDecoded : Exception
{
    public SmartContractCustomErrorRevertExceptionErrorDecoded(
        string encodedData,
        ErrorABI errorABI,
        SmartContractCustomErrorRevertException innerCustomErrorRevert)
        : base($"Smart contract error -- {errorABI.Name} - {innerCustomErrorRevert.DecodeErrorToDefaultString(errorABI)}", innerCustomErrorRevert)
    {
        ExceptionEncodedData = encodedData;
        ErrorABI = errorABI;
        InnerCustomErrorRevert = innerCustomErrorRevert;
        DecodedError = innerCustomErrorRevert.DecodeErrorToDefaultString(errorABI);
    }

    public string ExceptionEncodedData { get; }

    /// <summary>The error's values as JSON.</summary>
    public string DecodedError { get; }

    public ErrorABI ErrorABI { get; }

    public SmartContractCustomErrorRevertException InnerCustomErrorRevert { get; }
}

/// <inheritdoc cref="SmartContractCustomErrorRevertExceptionErrorDecoded"/>
public class SmartContractCustomErrorRevertException<TCustomError> : SmartContractCustomErrorRevertExceptionErrorDecoded
{
    public SmartContractCustomErrorRevertException(TCustomError customError, ErrorABI errorABI, SmartContractCustomErrorRevertException innerCustomErrorRevert)
        : base(innerCustomErrorRevert.ExceptionEncodedData, errorABI, innerCustomErrorRevert) => CustomError = customError;

    public TCustomError CustomError { get; }
}
