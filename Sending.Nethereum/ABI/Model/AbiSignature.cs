using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;

namespace Nethereum.ABI.Model;

/// <summary>The canonical text of a function, an event or an error, and its hash.</summary>
internal sealed class AbiSignature
{
    private const int SelectorSize = 4;

    public AbiSignature(string name, IEnumerable<Parameter> parameters, bool isSelector)
    {
        Text = $"{name}({string.Join(',', parameters.Select(parameter => parameter.ABIType.CanonicalName))})";
        var hash = Sha3Keccack.Current.CalculateHashAsBytes(Text);
        Hash = (isSelector ? hash[..SelectorSize] : hash).ToHex();
    }

    public string Text { get; }

    /// <summary>Hex without prefix: 4 bytes for what is called, 32 for events.</summary>
    public string Hash { get; }
}
