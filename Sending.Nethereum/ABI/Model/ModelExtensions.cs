using System.Collections;
using System.Numerics;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.Hex.HexConvertors.Extensions;
using Newtonsoft.Json.Linq;

namespace Nethereum.ABI.Model;

/// <summary>Finding and decoding by the model alone, without classes.</summary>
public static class ModelExtensions
{
    public static List<ParameterOutput> DecodeInputDataToDefault(this FunctionABI functionABI, string inputData) =>
        new FunctionCallDecoder().DecodeInput(functionABI, inputData);

    public static List<ParameterOutput> DecodeOutputDataToDefault(this FunctionABI functionABI, string outputData) =>
        ParameterDecoder.DecodeDefault(functionABI.OutputParameters, ParameterDecoder.ToBytes(outputData));

    public static List<ParameterOutput> DecodeErrorDataToDefault(this ErrorABI errorABI, string data) => new FunctionCallDecoder().DecodeError(errorABI, data);

    /// <summary>The error's values by their names: numbers as decimal text, bytes as hex.</summary>
    public static JObject DecodeErrorDataToDefaultToJObject(this ErrorABI errorABI, string data) => ToJObject(errorABI.DecodeErrorDataToDefault(data));

    public static bool IsDataForFunction(this FunctionABI functionABI, string data) => new FunctionCallDecoder().IsDataForFunction(functionABI, data);

    public static bool IsSignatureForFunction(this FunctionABI functionABI, string sha3Signature) => functionABI.Sha3Signature.IsTheSameHex(sha3Signature);

    public static bool IsSignatureForEvent(this EventABI eventABI, string sha3Signature) => eventABI.Sha3Signature.IsTheSameHex(sha3Signature);

    public static bool IsSignatureForError(this ErrorABI errorABI, string sha3Signature) => errorABI.Sha3Signature.IsTheSameHex(sha3Signature);

    private static JObject ToJObject(List<ParameterOutput> outputs) =>
        new(outputs.Select(output => new JProperty(NameOf(output.Parameter), ToToken(output.Result))));

    private static string NameOf(Parameter parameter) => string.IsNullOrEmpty(parameter.Name) ? $"param_{parameter.Order}" : parameter.Name;

    private static JToken ToToken(object value) => value switch
    {
        List<ParameterOutput> tuple => ToJObject(tuple),
        byte[] bytes => bytes.ToHex(prefix: true),
        BigInteger number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        string or bool => new JValue(value),
        IEnumerable list => new JArray(list.Cast<object>().Select(ToToken)),
        _ => JToken.FromObject(value),
    };
}
