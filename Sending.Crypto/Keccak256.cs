using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Sending.Crypto;

/// <summary>Keccak-256 as Ethereum uses it: the sponge of FIPS 202 with the padding of the submission to the SHA-3 contest, not the final standard's.</summary>
public static class Keccak256
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = 32;

    private const int Rate = 136;
    private const byte FirstPaddingByte = 0x01;
    private const byte LastPaddingBit = 0x80;

    /// <summary>Hashes without allocating memory.</summary>
    /// <param name="input">Any bytes.</param>
    /// <param name="hash">32 bytes, which may be part of the input.</param>
    /// <exception cref="ArgumentException">The room for the hash has not 32 bytes.</exception>
    [SkipLocalsInit]
    public static void Hash(ReadOnlySpan<byte> input, Span<byte> hash)
    {
        Lengths.Require(hash.Length, HashLength, "A hash", nameof(hash));
        Span<ulong> state = stackalloc ulong[KeccakPermutation.Lanes];
        state.Clear();
        for (; input.Length >= Rate; input = input[Rate..])
        {
            Absorb(input[..Rate], state);
        }

        Span<byte> last = stackalloc byte[Rate];
        input.CopyTo(last);
        last[input.Length..].Clear();
        last[input.Length] = FirstPaddingByte;
        last[^1] |= LastPaddingBit;
        Absorb(last, state);
        for (var lane = 0; lane < HashLength / sizeof(ulong); lane++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(lane * sizeof(ulong))..], state[lane]);
        }
    }

    /// <summary>The 32 bytes of the hash.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> input)
    {
        var hash = new byte[HashLength];
        Hash(input, hash);
        return hash;
    }

    private static void Absorb(ReadOnlySpan<byte> block, Span<ulong> state)
    {
        for (var lane = 0; lane < Rate / sizeof(ulong); lane++)
        {
            state[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(lane * sizeof(ulong))..]);
        }

        KeccakPermutation.Apply(state);
    }
}
