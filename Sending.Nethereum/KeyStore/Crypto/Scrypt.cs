using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Nethereum.KeyStore.Crypto;

/// <summary>
/// The password-based key derivation function scrypt (RFC 7914). BouncyCastle has one too, but it is several times slower and refuses
/// r = 1 with large N, which the keystores of geth's light mode use.
/// </summary>
internal static class Scrypt
{
    private const int VectorsOfBlock = 4;
    private const int WordsOfBlock = 16;
    private const int BytesOfBlock = 64;

    /// <summary>Derives <paramref name="length"/> bytes. The parameters are checked by the caller.</summary>
    public static byte[] DeriveKey(byte[] password, byte[] salt, int n, int r, int p, int length)
    {
        var blocks = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA256, checked(p * r * 2 * BytesOfBlock));
        var table = GC.AllocateUninitializedArray<Vector128<uint>>(checked(n * 2 * r * VectorsOfBlock));
        var state = new Vector128<uint>[2 * r * VectorsOfBlock];
        var scratch = new Vector128<uint>[state.Length];
        for (var i = 0; i < p; i++)
        {
            var block = blocks.AsSpan(i * r * 2 * BytesOfBlock, r * 2 * BytesOfBlock);
            Load(block, state);
            Mix(state, scratch, table, n);
            Store(state, block);
        }

        return Rfc2898DeriveBytes.Pbkdf2(password, blocks, 1, HashAlgorithmName.SHA256, length);
    }

    // ROMix (section 5).
    private static void Mix(Span<Vector128<uint>> state, Span<Vector128<uint>> scratch, Span<Vector128<uint>> table, int n)
    {
        for (var i = 0; i < n; i++)
        {
            state.CopyTo(table[(i * state.Length)..]);
            MixBlocks(state, scratch);
            scratch.CopyTo(state);
        }

        for (var i = 0; i < n; i++)
        {
            var row = (int)(state[^VectorsOfBlock].GetElement(0) & (uint)(n - 1));
            var chosen = table.Slice(row * state.Length, state.Length);
            for (var j = 0; j < state.Length; j++)
            {
                state[j] ^= chosen[j];
            }

            MixBlocks(state, scratch);
            scratch.CopyTo(state);
        }
    }

    // BlockMix (section 4): even blocks go to the first half of the output, odd ones to the second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MixBlocks(ReadOnlySpan<Vector128<uint>> input, Span<Vector128<uint>> output)
    {
        var half = output.Length / 2;
        var (x0, x1, x2, x3) = (input[^4], input[^3], input[^2], input[^1]);
        for (var i = 0; i < input.Length; i += VectorsOfBlock)
        {
            x0 ^= input[i];
            x1 ^= input[i + 1];
            x2 ^= input[i + 2];
            x3 ^= input[i + 3];
            var (y0, y1, y2, y3) = (x0, x1, x2, x3);

            // Salsa20/8 (section 3): four times a round over columns and one over rows. The words lie along the diagonals, so that
            // the four quarter-rounds of a round are one vector operation each.
            for (var round = 0; round < 4; round++)
            {
                y1 ^= RotateLeft(y0 + y3, 7);
                y2 ^= RotateLeft(y1 + y0, 9);
                y3 ^= RotateLeft(y2 + y1, 13);
                y0 ^= RotateLeft(y3 + y2, 18);
                y1 = Vector128.Shuffle(y1, Vector128.Create(3u, 0, 1, 2));
                y2 = Vector128.Shuffle(y2, Vector128.Create(2u, 3, 0, 1));
                y3 = Vector128.Shuffle(y3, Vector128.Create(1u, 2, 3, 0));
                y3 ^= RotateLeft(y0 + y1, 7);
                y2 ^= RotateLeft(y3 + y0, 9);
                y1 ^= RotateLeft(y2 + y3, 13);
                y0 ^= RotateLeft(y1 + y2, 18);
                y1 = Vector128.Shuffle(y1, Vector128.Create(1u, 2, 3, 0));
                y2 = Vector128.Shuffle(y2, Vector128.Create(2u, 3, 0, 1));
                y3 = Vector128.Shuffle(y3, Vector128.Create(3u, 0, 1, 2));
            }

            x0 += y0;
            x1 += y1;
            x2 += y2;
            x3 += y3;
            var target = (i / 2) - (i / 2 % VectorsOfBlock) + (i / VectorsOfBlock % 2 * half);
            output[target] = x0;
            output[target + 1] = x1;
            output[target + 2] = x2;
            output[target + 3] = x3;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> RotateLeft(Vector128<uint> value, int bits) => (value << bits) | (value >>> (32 - bits));

    private static void Load(ReadOnlySpan<byte> source, Span<Vector128<uint>> target)
    {
        Span<uint> words = stackalloc uint[4];
        for (var i = 0; i < target.Length; i++)
        {
            for (var lane = 0; lane < words.Length; lane++)
            {
                words[lane] = BinaryPrimitives.ReadUInt32LittleEndian(source[Offset(i, lane)..]);
            }

            target[i] = Vector128.Create<uint>(words);
        }
    }

    private static void Store(ReadOnlySpan<Vector128<uint>> source, Span<byte> target)
    {
        for (var i = 0; i < source.Length; i++)
        {
            for (var lane = 0; lane < Vector128<uint>.Count; lane++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(target[Offset(i, lane)..], source[i].GetElement(lane));
            }
        }
    }

    // The byte offset of a lane's word: five words further is the next one along the diagonal of the 4 x 4 matrix.
    private static int Offset(int vector, int lane)
    {
        var (block, row) = (vector / VectorsOfBlock, vector % VectorsOfBlock);
        return (block * BytesOfBlock) + (((row * 4) + (lane * 5)) % WordsOfBlock * sizeof(uint));
    }
}
