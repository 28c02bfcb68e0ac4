using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>Values of ABI types: from JSON to .NET, and to one line of text that can be compared.</summary>
internal static class AbiValues
{
    /// <summary>A message of this class with the values of a JSON array.</summary>
    public static object ToMessage(Type type, IReadOnlyList<AbiParameter> parameters, JsonElement values)
    {
        var message = Activator.CreateInstance(type)!;
        var properties = AbiMessages.Properties(type);
        for (var i = 0; i < properties.Length; i++)
        {
            properties[i].SetValue(message, ToClr(properties[i].PropertyType, parameters[i], values[i]));
        }
        return message;
    }

    public static object ToClr(Type type, AbiParameter parameter, JsonElement value)
    {
        // The cases write a value as it is, or with the kind of value it is.
        if (value.ValueKind == JsonValueKind.Object)
        {
            value = value.GetProperty("value");
        }
        if (parameter.IsArray)
        {
            var list = (IList)Activator.CreateInstance(type)!;
            foreach (var item in value.EnumerateArray())
            {
                list.Add(ToClr(type.GetGenericArguments()[0], parameter.Element, item));
            }
            return list;
        }
        return type switch
        {
            _ when parameter.IsTuple => ToMessage(type, parameter.Components, value),
            _ when type == typeof(bool) => value.GetBoolean(),
            _ when type == typeof(string) => value.GetString()!,
            _ when type == typeof(byte[]) => value.GetString()!.HexToByteArray(),
            _ => ToNumber(value.ToString()),
        };
    }

    public static string ToText(object? value) => value switch
    {
        null => "null",
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string text => JsonSerializer.Serialize(text),
        byte[] bytes => bytes.ToHex(prefix: true),
        IEnumerable list => $"[{string.Join(',', list.Cast<object>().Select(ToText))}]",
        _ => $"({string.Join(',', AbiMessages.Properties(value.GetType()).Select(property => ToText(property.GetValue(value))))})",
    };

    private static BigInteger ToNumber(string text)
    {
        var digits = text.TrimStart('-');
        var number = digits.HasHexPrefix() ? digits.HexToBigInteger(isHexLittleEndian: false) : BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        return text.Length == digits.Length ? number : -number;
    }
}
