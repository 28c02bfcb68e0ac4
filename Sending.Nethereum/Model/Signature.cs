namespace Nethereum.Model;

/// <summary>The signature of a transaction, as the transaction carries it.</summary>
public class Signature : ISignature
{
    public Signature()
    {
    }

    public Signature(byte[] r, byte[] s, byte[] v)
    {
        R = r;
        S = s;
        V = v;
    }

    public byte[] R { get; set; }

    public byte[] S { get; set; }

    /// <summary>27 or 28; or chain id * 2 + 35 or 36 (EIP-155); or, in typed transactions, the parity 0 or 1, which may be empty for 0.</summary>
    public byte[] V { get; set; }
}
