using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;
using Nethereum.Util;

namespace Nethereum.Signer;

/// <summary>A secp256k1 signature; R and S are big-endian without zeros in front.</summary>
public class EthECDSASignature : ISignature
{
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
    public bool IsLowS => Secp256k1.IsLowS(S);

    /// <summary><c>0x</c>, then r and s of 32 bytes each, then v.</summary>
    public static string CreateStringSignature(EthECDSASignature signature) =>
        ((byte[])[.. signature.R.PadLeft(Secp256k1.ScalarLength), .. signature.S.PadLeft(Secp256k1.ScalarLength), .. signature.V]).ToHex(prefix: true);
}
