namespace Nethereum.Model;

/// <summary>A secp256k1 signature. R and S are big-endian; V says which of the possible keys signed.</summary>
public interface ISignature
{
    byte[] R { get; }
    byte[] S { get; }
    byte[] V { get; set; }
}
