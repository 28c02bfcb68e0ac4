using Nethereum.ABI.Model;

namespace Nethereum.Contracts;

/// <summary>Finds the class of a custom error and makes the exception that carries it.</summary>
public static class SmartContractCustomErrorTypedFactory
{
    /// <summary>The exception with the decoded error; null when it is none of these types.</summary>
    public static Exception CreateTypedException(this SmartContractCustomErrorRevertException exception, params Type[] errorTypes)
    {
        var errorType = Array.Find(errorTypes, exception.IsCustomErrorFor);
        return errorType is null ? null : CreateException(exception, exception.DecodeError(errorType), ABITypedRegistry.GetError(errorType));
    }

    public static Exception CreateException(SmartContractCustomErrorRevertException exception, object decodedError, ErrorABI errorABI) =>
        (Exception)Activator.CreateInstance(
            typeof(SmartContractCustomErrorRevertException<>).MakeGenericType(decodedError.GetType()), decodedError, errorABI, exception);
}
