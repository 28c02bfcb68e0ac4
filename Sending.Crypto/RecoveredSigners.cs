namespace Sending.Crypto;

/// <summary>Who signed each digest of a batch.</summary>
public sealed class RecoveredSigners
{
    private readonly byte[] _addresses;
    private readonly bool[] _found;

    internal RecoveredSigners(byte[] addresses, bool[] found)
    {
        _addresses = addresses;
        _found = found;
    }

    /// <summary>How many digests the batch had.</summary>
    public int Count => _found.Length;

    /// <summary>The signer of a digest.</summary>
    /// <param name="index">The digest's place in the batch.</param>
    /// <param name="address">20 bytes; empty when nobody signed.</param>
    /// <returns>False when the signature is malformed or nobody's.</returns>
    /// <exception cref="IndexOutOfRangeException">The batch has no such digest.</exception>
    public bool TryGet(int index, out ReadOnlySpan<byte> address)
    {
        address = _found[index] ? _addresses.AsSpan(index * EthereumAddress.Length, EthereumAddress.Length) : [];
        return _found[index];
    }
}
