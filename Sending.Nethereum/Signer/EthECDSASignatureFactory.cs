using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;

namespace Nethereum.Signer;

/// <summary>Makes signatures from their parts or from text.</summary>
public static class EthECDSASignatureFactory
{
    private const int TextLength = (2 * EthECDSASignature.PartLength) + 1;

    public static EthECDSASignature FromComponents(byte[] r, byte[] s) => new(r, s, v: null);

    public static EthECDSASignature FromComponents(byte[] r, byte[] s, byte v) => new(r, s, [v]);

    public static EthECDSASignature FromComponents(byte[] r, byte[] s, byte[] v) => new(r, s, v);

    public static EthECDSASignature FromSignature(ISignature signature) => new(signature.R, signature.S, signature.V);

    public static EthECDSASignature ToEthECDSASignature(this ISignature signature) => FromSignature(signature);

    /// <summary>Reads r, s and v from hexadecimal text; a v of 0 or 1 is read as 27 or 28.</summary>
    /// <exception cref="FormatException">The text is not hexadecimal, or not 65 bytes.</exception>
    public static EthECDSASignature ExtractECDSASignature(string signature)
    {
        var bytes = signature.HexToByteArray();
        if (bytes.Length != TextLength)
        {
            throw new FormatException($"A signature has {TextLength} bytes (r, s and v), not {bytes.Length}.");
        }

        var v = bytes[^1] is 0 or 1 ? (byte)(bytes[^1] + EthECKey.LowestV) : bytes[^1];
        return FromComponents(bytes[..EthECDSASignature.PartLength], bytes[EthECDSASignature.PartLength..^1], v);
    }
}
