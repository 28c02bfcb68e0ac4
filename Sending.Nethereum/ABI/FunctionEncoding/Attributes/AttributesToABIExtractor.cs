using Nethereum.ABI.Model;

namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Reads the ABI of functions, events and errors back from the attributes of the classes that stand for them.</summary>
public class AttributesToABIExtractor
{
    /// <summary>The ABI of all functions, events and errors among these classes.</summary>
    public ContractABI ExtractContractABI(params Type[] contractMessagesTypes) => new()
    {
        Functions = [.. contractMessagesTypes.Where(FunctionAttribute.IsFunctionType).Select(ExtractFunctionABI)],
        Events = [.. contractMessagesTypes.Where(EventAttribute.IsEventType).Select(ExtractEventABI)],
        Errors = [.. contractMessagesTypes.Where(ErrorAttribute.IsErrorType).Select(ExtractErrorABI)],
    };

    /// <exception cref="ArgumentException">The class has no Error attribute.</exception>
    public ErrorABI ExtractErrorABI(Type contractMessageType)
    {
        var attribute = ErrorAttribute.GetAttribute(contractMessageType) ?? throw Missing<ErrorAttribute>(contractMessageType);
        return new ErrorABI(attribute.Name) { InputParameters = ExtractParametersFromAttributes(contractMessageType) };
    }

    /// <exception cref="ArgumentException">The class has no Function attribute.</exception>
    public FunctionABI ExtractFunctionABI(Type contractMessageType)
    {
        var attribute = FunctionAttribute.GetAttribute(contractMessageType) ?? throw Missing<FunctionAttribute>(contractMessageType);
        return new FunctionABI(attribute.Name, constant: false)
        {
            InputParameters = ExtractParametersFromAttributes(contractMessageType),
            OutputParameters = attribute.DTOReturnType is not null ? ExtractParametersFromAttributes(attribute.DTOReturnType)
                : attribute.ReturnType is not null ? [new Parameter(attribute.ReturnType)]
                : [],
        };
    }

    /// <exception cref="ArgumentException">The class has no Event attribute.</exception>
    public EventABI ExtractEventABI(Type contractMessageType)
    {
        var attribute = EventAttribute.GetAttribute(contractMessageType) ?? throw Missing<EventAttribute>(contractMessageType);
        return new EventABI(attribute.Name, attribute.IsAnonymous) { InputParameters = ExtractParametersFromAttributes(contractMessageType) };
    }

    /// <summary>The parameters by their order, with the components of tuples filled in.</summary>
    public Parameter[] ExtractParametersFromAttributes(Type contractMessageType) => [.. MessageMap.Of(contractMessageType).Parameters];

    /// <summary>Fills in the components of a tuple, or of an array of tuples, from the class that stands for it.</summary>
    public void InitTupleComponentsFromTypeAttributes(Type type, ABIType abiType)
    {
        switch (abiType)
        {
            case TupleType tuple:
                tuple.Components = ExtractParametersFromAttributes(type);
                break;
            case ArrayType array:
                InitTupleComponentsFromTypeAttributes(Collections.ElementType(type) ?? type, array.Element);
                break;
        }
    }

    private static ArgumentException Missing<TAttribute>(Type type) => new($"{type.Name} has no {typeof(TAttribute).Name}.");
}
