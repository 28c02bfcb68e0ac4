using System.Buffers;
using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>Decodes parameters: the ABI layout of a tuple. Wrong data ends in a <see cref="FormatException"/>.</summary>
public class ParameterDecoder
{
    private protected ParameterDecoder()
    {
    }

    internal static T DecodeInto<T>(T message, byte[] data)
    {
        var map = MessageMap.Of(message.GetType());
        map.Tuple.Decode(new AbiReader(data), 0, map, message);
        return message;
    }

    internal static List<ParameterOutput> DecodeDefault(Parameter[] parameters, byte[] data) =>
        new TupleType([.. parameters.OrderBy(parameter => parameter.Order)]).DecodeToOutputs(new AbiReader(data), 0);

    internal static byte[] ToBytes(string hex) => ToBytes(hex, hex is null ? [] : hex.Digits());

    /// <param name="hex">The whole text, for messages; null is malformed.</param>
    /// <param name="digits">What is decoded of it.</param>
    private protected static byte[] ToBytes(string hex, ReadOnlySpan<char> digits)
    {
        var bytes = new byte[digits.Length / 2];
        return hex is not null && digits.Length % 2 == 0 && Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done
            ? bytes
            : throw new FormatException($"ABI data must be an even number of hex digits: '{Shorten(hex)}'.");
    }

    private protected static string Shorten(string text) => text is { Length: > 80 } ? text[..80] + "..." : text;
}
