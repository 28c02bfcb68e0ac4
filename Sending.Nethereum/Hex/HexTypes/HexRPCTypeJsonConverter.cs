using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Nethereum.Hex.HexTypes;

/// <summary>Writes the hexadecimal form, and reads it; a JSON number is read as well, since some nodes answer with one.</summary>
internal sealed class HexRPCTypeJsonConverter<THex, TValue> : JsonConverter
    where THex : HexRPCType<TValue>
{
    public override bool CanConvert(Type objectType) => objectType == typeof(THex);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => writer.WriteValue(((THex)value).HexValue);

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) => reader.Value switch
    {
        null when reader.TokenType == JsonToken.Null => null,
        string hex when typeof(THex) == typeof(HexUTF8String) => HexUTF8String.CreateFromHex(hex),
        string hex => new HexBigInteger(hex),
        BigInteger number when typeof(THex) == typeof(HexBigInteger) => new HexBigInteger(number),
        long number when typeof(THex) == typeof(HexBigInteger) => new HexBigInteger(new BigInteger(number)),
        var other => throw new JsonSerializationException(string.Create(
            CultureInfo.InvariantCulture, $"Expected hexadecimal text at {reader.Path}, but found {other ?? reader.TokenType}.")),
    };
}
