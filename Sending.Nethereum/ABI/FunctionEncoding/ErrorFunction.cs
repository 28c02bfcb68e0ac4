using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary><c>Error(string)</c>, which <c>revert("reason")</c> and <c>require</c> return.</summary>
[Function("Error")]
public class ErrorFunction
{
    public const string ERROR_FUNCTION_ID = "0x08c379a0";

    [Parameter("string", null, 1)]
    public string Message { get; set; }

    public static bool IsErrorData(string dataHex) =>
        !string.IsNullOrEmpty(dataHex) && dataHex.EnsureHexPrefix().StartsWith(ERROR_FUNCTION_ID, StringComparison.OrdinalIgnoreCase);
}
