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
        using var writer = AbiWriter.Rent();
        Encode(parameters, values, writer);
        return writer.ToArray();
    }

    internal static void Encode(Parameter[] parameters, object[] values, AbiWriter writer)
    {
        if (parameters.Length != values.Length)
        {
            throw new ArgumentException($"{parameters.Length} values are needed, not {values.Length}.");
        }
        var start = writer.Reserve(parameters.Sum(parameter => parameter.ABIType.HeadSize));
        var head = start;
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ABIType;
            try
            {
                AbiSequence.EncodeItem(type, values[i], writer, start, head);
            }
            catch (Exception exception)
            {
                throw Wrong(parameters[i], values[i], exception);
            }
            head += type.HeadSize;
        }
    }

    /// <summary>Encodes the properties that carry parameter attributes.</summary>
    internal static byte[] Encode(object message, Type type)
    {
        using var writer = AbiWriter.Rent();
        MessageMap.Of(type).Encode(message, writer);
        return writer.ToArray();
    }

    /// <summary>Encodes the properties that carry parameter attributes, as hex behind <paramref name="prefix"/>.</summary>
    internal static string EncodeToHex(string prefix, object message, Type type)
    {
        using var writer = AbiWriter.Rent();
        MessageMap.Of(type).Encode(message, writer);
        return writer.ToHex(prefix);
    }

    internal static byte[] EncodePacked(Parameter[] parameters, object[] values)
    {
        using var writer = AbiWriter.Rent();
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

    internal static AbiEncodingException Wrong(Parameter parameter, object value, Exception reason) => new(
        parameter.Order,
        parameter.ABIType,
        value,
        $"Parameter {parameter.Order} '{parameter.Name}' of type {parameter.Type} cannot be encoded: {reason.Message}",
        reason);
}
