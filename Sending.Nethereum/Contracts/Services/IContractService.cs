using Nethereum.ABI.Model;
using Nethereum.Contracts.ContractHandlers;

namespace Nethereum.Contracts;

public interface IContractHandlerService
{
    ContractHandler ContractHandler { get; set; }

    string ContractAddress { get; }
}

/// <summary>A contract by its generated service.</summary>
public interface IContractService
{
    string ContractAddress { get; }

    ContractHandler ContractHandler { get; set; }

    /// <summary>The exception with the decoded error; null when the service does not know the error.</summary>
    SmartContractCustomErrorRevertExceptionErrorDecoded FindCustomErrorException(SmartContractCustomErrorRevertException exception);

    List<ErrorABI> GetAllErrorABIs();

    string[] GetAllErrorsSignatures();

    List<Type> GetAllErrorTypes();

    List<EventABI> GetAllEventABIs();

    string[] GetAllEventsSignatures();

    List<Type> GetAllEventTypes();

    List<FunctionABI> GetAllFunctionABIs();

    string[] GetAllFunctionSignatures();

    List<Type> GetAllFunctionTypes();

    /// <summary>Throws the exception with the decoded error; returns when the service does not know the error.</summary>
    void HandleCustomErrorException(SmartContractCustomErrorRevertException exception);
}
