using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

internal sealed class BlockParameterJsonConverter : JsonConverter<BlockParameter>
{
    public override void WriteJson(JsonWriter writer, BlockParameter value, JsonSerializer serializer) => writer.WriteValue(value.GetRPCParam());

    public override BlockParameter ReadJson(JsonReader reader, Type objectType, BlockParameter existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.Value is not string text)
        {
            return null;
        }
        var parameter = new BlockParameter();
        if (Enum.TryParse<BlockParameter.BlockParameterType>(text, out var tag))
        {
            parameter.SetValue(tag);
        }
        else
        {
            parameter.SetValue(text);
        }
        return parameter;
    }
}
