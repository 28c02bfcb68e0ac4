using Sending.Crypto.Tests.Support;

namespace Sending.Crypto.Tests;

public sealed class SignatureBatchTests
{
    private const int Count = 1_001;

    private readonly Seeded _random = new();

    [Fact]
    public async Task SignersAreThoseFoundOneByOneInTheSameOrder()
    {
        var (digests, signatures, _) = Make();
        var signers = await SignatureBatch.RecoverAsync(digests, signatures, CancellationToken.None);
        Assert.Equal(Count, signers.Count);
        var found = 0;
        for (var i = 0; i < Count; i++)
        {
            var address = new byte[EthereumAddress.Length];
            var isSigned = EthereumSignature.TryRecover(digests.AsSpan(i * 32, 32), signatures.AsSpan(i * 65, 65), address);
            Assert.True(isSigned == signers.TryGet(i, out var signer), $"Seed {_random.Seed}, {i}");
            Assert.True(signer.SequenceEqual(isSigned ? address : []), $"Seed {_random.Seed}, {i}");
            found += isSigned ? 1 : 0;
        }

        Assert.InRange(found, Count / 4, Count - (Count / 20));
    }

    [Fact]
    public async Task VerdictsAreThoseFoundOneByOneInTheSameOrder()
    {
        var (digests, signatures, publicKeys) = Make();
        var parts = signatures.Chunk(65).SelectMany(one => one[..64]).ToArray();
        var verdicts = await SignatureBatch.VerifyAsync(digests, parts, publicKeys, CancellationToken.None);
        for (var i = 0; i < Count; i++)
        {
            Assert.True(
                verdicts[i] == Secp256k1.Verify(digests.AsSpan(i * 32, 32), parts.AsSpan(i * 64, 64), publicKeys.AsSpan(i * 65, 65)), $"Seed {_random.Seed}, {i}");
        }

        Assert.Contains(true, verdicts);
        Assert.Contains(false, verdicts);
    }

    [Fact]
    public async Task AnEmptyBatchHasNoSigners()
    {
        Assert.Equal(0, (await SignatureBatch.RecoverAsync(default, default, CancellationToken.None)).Count);
        Assert.Empty(await SignatureBatch.VerifyAsync(default, default, default, CancellationToken.None));
    }

    /// <summary>So many that the batch would take seconds, with BouncyCastle half a minute.</summary>
    [Fact]
    public async Task CancelledMidway()
    {
        const int many = 200_000;
        var (digest, signature) = (new byte[32], new byte[65]);
        EthereumSignature.Sign(digest, Curve.Bytes(1), signature);
        var (digests, signatures) = (new byte[many * 32], new byte[many * 65]);
        for (var i = 0; i < many; i++)
        {
            signature.CopyTo(signatures, i * 65);
        }

        using var cancel = new CancellationTokenSource();
        var batch = SignatureBatch.RecoverAsync(digests, signatures, cancel.Token);
        Assert.False(batch.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
    }

    [Fact]
    public async Task CancelledBefore() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => SignatureBatch.RecoverAsync(new byte[32], new byte[65], new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(33, 65)]
    [InlineData(32, 64)]
    [InlineData(32, 130)]
    [InlineData(0, 65)]
    public async Task MemoriesHoldEquallyManyWholeThings(int digests, int signatures) => await Assert.ThrowsAsync<ArgumentException>(
        () => SignatureBatch.RecoverAsync(new byte[digests], new byte[signatures], CancellationToken.None));

    [Fact]
    public async Task ThereIsNothingBeyondTheEnd()
    {
        var signers = await SignatureBatch.RecoverAsync(new byte[32], new byte[65], CancellationToken.None);
        Assert.False(signers.TryGet(0, out _));
        Assert.Throws<IndexOutOfRangeException>(() => signers.TryGet(1, out _));
    }

    private (byte[] Digests, byte[] Signatures, byte[] PublicKeys) Make()
    {
        var (digests, signatures, publicKeys) = (_random.Bytes(Count * 32), new byte[Count * 65], new byte[Count * 65]);
        for (var i = 0; i < Count; i++)
        {
            var privateKey = Curve.Bytes(1 + _random.Number(255) % (Curve.Order - 1));
            var signature = signatures.AsSpan(i * 65, 65);
            EthereumSignature.Sign(digests.AsSpan(i * 32, 32), privateKey, signature);
            Secp256k1.WritePublicKey(privateKey, publicKeys.AsSpan(i * 65, 65));
            if (_random.Below(3) == 0)
            {
                signature[_random.Below(65)] ^= (byte)(1 << _random.Below(8));
            }
        }

        return (digests, signatures, publicKeys);
    }
}
