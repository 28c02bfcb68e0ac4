using Nethereum.Util;
using Org.BouncyCastle.Crypto.Digests;
using Sending.Crypto;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>Keccak-256 of 32 bytes and of 1 KiB, in turns with BouncyCastle and with viem on Node.</summary>
internal static class Hashing
{
    public static async Task MeasureAsync(NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        await toolchain.CompileContractsAsync(new ErrorStreamProgress(), cancellationToken);
        using var peers = new NodePeers(toolchain);
        foreach (var length in new[] { 32, 1024 })
        {
            var input = Enumerable.Repeat((byte)7, length).ToArray();
            var hash = new byte[Keccak256.HashLength];
            Contestant[] contestants =
            [
                Contestant.Here("Keccak256, over spans", () => Keccak256.Hash(input, hash)),
                Contestant.Here("Sha3Keccack, Nethereum's interface to it", () => Sha3Keccack.Current.CalculateHash(input)),
                Contestant.Here("BouncyCastle, KeccakDigest", () => BouncyCastle(input)),
                peers.Contestant("viem", $"keccak{length}"),
            ];
            await Table.WriteAsync($"Keccak-256 of {length} bytes", contestants, cancellationToken);
        }
    }

    private static byte[] BouncyCastle(byte[] input)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(input);
        var hash = new byte[Keccak256.HashLength];
        digest.DoFinal(hash);
        return hash;
    }
}
