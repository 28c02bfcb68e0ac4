using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;
using Nethereum.Util;
using Sending.Crypto;

namespace Nethereum.Signer;

/// <summary>A secp256k1 signature; R and S are big-endian without zeros in front.</summary>
public class EthECDSASignature : ISignature
{
    /// <summary>Bytes of r, and of s.</summary>
    internal const int PartLength = Secp256k1.SignatureLength / 2;

    /// <summary>From its numbers.</summary>
    public EthECDSASignature(BigInteger r, BigInteger s, byte[] v)
        : this(r.ToMinimalBytes(), s.ToMinimalBytes(), v)
    {
    }

    internal EthECDSASignature(byte[] r, byte[] s, byte[] v)
    {
        R = r.TrimZeros();
        S = s.TrimZeros();
        V = v;
    }

    public byte[] R { get; }

    public byte[] S { get; }

    /// <summary>27 or 28; or chain id * 2 + 35 or 36 (EIP-155), big-endian; or the parity, 0 or 1. Null when not calculated.</summary>
    public byte[] V { get; set; }

    /// <summary>Whether s is in the lower half of the curve's order, as Ethereum demands (EIP-2).</summary>
    public bool IsLowS
    {
        get
        {
            Span<byte> parts = stackalloc byte[Secp256k1.SignatureLength];
            return TryWrite(parts) && Secp256k1.HasLowS(parts);
        }
    }

    /// <summary><c>0x</c>, then r and s of 32 bytes each, then v.</summary>
    public static string CreateStringSignature(EthECDSASignature signature) =>
        ((byte[])[.. signature.R.PadLeft(PartLength), .. signature.S.PadLeft(PartLength), .. signature.V]).ToHex(prefix: true);

    /// <summary>Writes r and s, 32 bytes each; false when one of them is longer.</summary>
    internal bool TryWrite(Span<byte> parts)
    {
        if (R.Length > PartLength || S.Length > PartLength)
        {
            return false;
        }

        parts.Clear();
        R.CopyTo(parts[(PartLength - R.Length)..]);
        S.CopyTo(parts[^S.Length..]);
        return true;
    }
}
