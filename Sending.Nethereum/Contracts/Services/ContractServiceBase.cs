using Nethereum.ABI.Model;
using Nethereum.Contracts.ContractHandlers;

namespace Nethereum.Contracts;

/// <inheritdoc cref="IContractService"/>
public abstract class ContractServiceBase : IContractService, IContractHandlerService
{
    public ContractHandler ContractHandler { get; set; }

    public string ContractAddress => ContractHandler.ContractAddress;

    public abstract List<Type> GetAllFunctionTypes();

    public List<FunctionABI> GetAllFunctionABIs() => GetAllFunctionTypes().ConvertAll(ABITypedRegistry.GetFunctionABI);

    public string[] GetAllFunctionSignatures() => [.. GetAllFunctionABIs().Select(function => function.Sha3Signature)];

    public abstract List<Type> GetAllEventTypes();

    public List<EventABI> GetAllEventABIs() => GetAllEventTypes().ConvertAll(ABITypedRegistry.GetEvent);

    public string[] GetAllEventsSignatures() => [.. GetAllEventABIs().Select(item => item.Sha3Signature)];

    public List<ErrorABI> GetAllErrorABIs() => GetAllErrorTypes().ConvertAll(ABITypedRegistry.GetError);

    public abstract List<Type> GetAllErrorTypes();

    public string[] GetAllErrorsSignatures() => [.. GetAllErrorABIs().Select(error => error.Sha3Signature)];

    public void HandleCustomErrorException(SmartContractCustomErrorRevertException exception)
    {
        if (FindCustomErrorException(exception) is { } found)
        {
            throw found;
        }
    }

    public SmartContractCustomErrorRevertExceptionErrorDecoded FindCustomErrorException(SmartContractCustomErrorRevertException exception) =>
        (SmartContractCustomErrorRevertExceptionErrorDecoded)exception.CreateTypedException([.. GetAllErrorTypes()]);
}
