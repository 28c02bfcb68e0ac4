using Nethereum.ABI.Model;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>Encodes parameters: the ABI layout of a tuple.</summary>
public class ParametersEncoder
{
    private protected ParametersEncoder()
    {
    }

    internal static byte[] Encode(Parameter[] parameters, object[] values)
    {
        if (parameters.Length != values.Length)
        {
            throw new ArgumentException($"{parameters.Length} values are needed, not {values.Length}.");
        }
        var writer = new AbiWriter();
        var head = writer.Reserve(parameters.Sum(parameter => parameter.ABIType.HeadSize));
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ABIType;
            try
            {
                AbiSequence.EncodeItem(type, values[i], writer, 0, head);
            }
            catch (Exception exception)
            {
                throw Wrong(parameters[i], values[i], exception);
            }
            head += type.HeadSize;
        }
        return writer.ToArray();
    }

    /// <summary>Encodes the properties that carry parameter attributes.</summary>
    internal static byte[] Encode(object message, Type type)
    {
        var map = MessageMap.Of(type);
        return Encode(map.Parameters, map.Values(message));
    }

    internal static byte[] EncodePacked(Parameter[] parameters, object[] values)
    {
        var writer = new AbiWriter();
        for (var i = 0; i < parameters.Length; i++)
        {
            try
            {
                parameters[i].ABIType.EncodePacked(values[i], writer, inArray: false);
            }
            catch (Exception exception)
            {
                throw Wrong(parameters[i], values[i], exception);
            }
        }
        return writer.ToArray();
    }

    private static AbiEncodingException Wrong(Parameter parameter, object value, Exception reason) => new(
        parameter.Order,
        parameter.ABIType,
        value,
        $"Parameter {parameter.Order} '{parameter.Name}' of type {parameter.Type} cannot be encoded: {reason.Message}",
        reason);
}
