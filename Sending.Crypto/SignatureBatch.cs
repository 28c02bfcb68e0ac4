namespace Sending.Crypto;

/// <summary>
/// Many signatures at once, on all cores. What belongs together has the same place in each of the memories, which hold one thing after the
/// other without gaps; they must not change meanwhile.
/// </summary>
public static class SignatureBatch
{
    // Few enough that a cancellation is noticed at once, enough that handing them out costs nothing.
    private const int Portion = 32;

    /// <summary>Finds who signed each digest; see <see cref="EthereumSignature.TryRecover(ReadOnlySpan{byte}, ReadOnlySpan{byte}, Span{byte})"/>.</summary>
    /// <param name="digests">32 bytes each.</param>
    /// <param name="signatures">65 bytes each: any.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The signers in the order of the digests.</returns>
    /// <exception cref="ArgumentException">The memories hold parts of things, or not equally many.</exception>
    public static async Task<RecoveredSigners> RecoverAsync(ReadOnlyMemory<byte> digests, ReadOnlyMemory<byte> signatures, CancellationToken cancellationToken)
    {
        var count = CountOf(digests);
        Lengths.Require(signatures.Length, count * EthereumSignature.Length, $"A memory of {count} signatures", nameof(signatures));
        var addresses = new byte[count * EthereumAddress.Length];
        var found = new bool[count];
        await ForEachAsync(
            count,
            i => found[i] = EthereumSignature.TryRecover(
                Item(digests, i, Secp256k1.DigestLength),
                Item(signatures, i, EthereumSignature.Length),
                addresses.AsSpan(i * EthereumAddress.Length, EthereumAddress.Length)),
            cancellationToken);
        return new RecoveredSigners(addresses, found);
    }

    /// <summary>Says of each signature whether the key signed the digest; see <see cref="Secp256k1.Verify"/>.</summary>
    /// <param name="digests">32 bytes each.</param>
    /// <param name="signatures">64 bytes each: r and s.</param>
    /// <param name="publicKeys">65 bytes each.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The answers in the order of the digests.</returns>
    /// <exception cref="ArgumentException">The memories hold parts of things, or not equally many.</exception>
    public static async Task<bool[]> VerifyAsync(
        ReadOnlyMemory<byte> digests, ReadOnlyMemory<byte> signatures, ReadOnlyMemory<byte> publicKeys, CancellationToken cancellationToken)
    {
        var count = CountOf(digests);
        Lengths.Require(signatures.Length, count * Secp256k1.SignatureLength, $"A memory of {count} signatures", nameof(signatures));
        Lengths.Require(publicKeys.Length, count * Secp256k1.PublicKeyLength, $"A memory of {count} public keys", nameof(publicKeys));
        var verified = new bool[count];
        await ForEachAsync(
            count,
            i => verified[i] = Secp256k1.Verify(
                Item(digests, i, Secp256k1.DigestLength), Item(signatures, i, Secp256k1.SignatureLength), Item(publicKeys, i, Secp256k1.PublicKeyLength)),
            cancellationToken);
        return verified;
    }

    private static int CountOf(ReadOnlyMemory<byte> digests)
    {
        var (count, rest) = int.DivRem(digests.Length, Secp256k1.DigestLength);
        return rest == 0
            ? count
            : throw new ArgumentException($"{digests.Length} bytes are not whole digests of {Secp256k1.DigestLength} bytes.", nameof(digests));
    }

    private static ReadOnlySpan<byte> Item(ReadOnlyMemory<byte> items, int index, int length) => items.Span.Slice(index * length, length);

    private static Task ForEachAsync(int count, Action<int> check, CancellationToken cancellationToken) =>
        Parallel.ForAsync(0, (count + Portion - 1) / Portion, cancellationToken, (portion, _) =>
        {
            var end = Math.Min(count, (portion + 1) * Portion);
            for (var i = portion * Portion; i < end; i++)
            {
                check(i);
            }

            return ValueTask.CompletedTask;
        });
}
