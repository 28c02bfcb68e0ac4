using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sending.Crypto;

/// <summary>The permutation Keccak-f[1600] (FIPS 202, section 3).</summary>
internal static class KeccakPermutation
{
    /// <summary>Lanes of the state; the one at (x, y) is number x + 5y.</summary>
    public const int Lanes = 25;

    private static ReadOnlySpan<ulong> RoundConstants =>
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    public static void Apply(Span<ulong> state)
    {
        if (Avx512F.VL.IsSupported)
        {
            Apply<KeccakVectorLanes, Vector128<ulong>>(state);
        }
        else
        {
            Apply<KeccakScalarLanes, ulong>(state);
        }
    }

    // Two rounds at a time between two sets of locals, a and e: one set updated in place takes more than twice as long, because the
    // compiler then keeps 50 lanes alive at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TLanes, TLane>(Span<ulong> state)
        where TLanes : struct, IKeccakLanes<TLane>
        where TLane : struct
    {
        // The highest lane first: one check of bounds.
        var (a24, a23, a22, a21, a20) = (TLanes.Load(state[24]), TLanes.Load(state[23]), TLanes.Load(state[22]), TLanes.Load(state[21]), TLanes.Load(state[20]));
        var (a19, a18, a17, a16, a15) = (TLanes.Load(state[19]), TLanes.Load(state[18]), TLanes.Load(state[17]), TLanes.Load(state[16]), TLanes.Load(state[15]));
        var (a14, a13, a12, a11, a10) = (TLanes.Load(state[14]), TLanes.Load(state[13]), TLanes.Load(state[12]), TLanes.Load(state[11]), TLanes.Load(state[10]));
        var (a9, a8, a7, a6, a5) = (TLanes.Load(state[9]), TLanes.Load(state[8]), TLanes.Load(state[7]), TLanes.Load(state[6]), TLanes.Load(state[5]));
        var (a4, a3, a2, a1, a0) = (TLanes.Load(state[4]), TLanes.Load(state[3]), TLanes.Load(state[2]), TLanes.Load(state[1]), TLanes.Load(state[0]));
        var constants = RoundConstants;
        for (var round = 0; round < constants.Length; round += 2)
        {
            // Theta: the parities of the columns.
            var c0 = TLanes.Xor(TLanes.Xor(a0, a5, a10), a15, a20);
            var c1 = TLanes.Xor(TLanes.Xor(a1, a6, a11), a16, a21);
            var c2 = TLanes.Xor(TLanes.Xor(a2, a7, a12), a17, a22);
            var c3 = TLanes.Xor(TLanes.Xor(a3, a8, a13), a18, a23);
            var c4 = TLanes.Xor(TLanes.Xor(a4, a9, a14), a19, a24);
            var d0 = TLanes.Xor(c4, TLanes.RotateLeft(c1, 1));
            var d1 = TLanes.Xor(c0, TLanes.RotateLeft(c2, 1));
            var d2 = TLanes.Xor(c1, TLanes.RotateLeft(c3, 1));
            var d3 = TLanes.Xor(c2, TLanes.RotateLeft(c4, 1));
            var d4 = TLanes.Xor(c3, TLanes.RotateLeft(c0, 1));

            // Rho and pi move a lane, chi mixes a row, iota adds the round's constant.
            var b0 = TLanes.Xor(a0, d0);
            var b1 = TLanes.RotateLeft(TLanes.Xor(a6, d1), 44);
            var b2 = TLanes.RotateLeft(TLanes.Xor(a12, d2), 43);
            var b3 = TLanes.RotateLeft(TLanes.Xor(a18, d3), 21);
            var b4 = TLanes.RotateLeft(TLanes.Xor(a24, d4), 14);
            var e0 = TLanes.Xor(TLanes.Chi(b0, b1, b2), TLanes.Load(constants[round]));
            var e1 = TLanes.Chi(b1, b2, b3);
            var e2 = TLanes.Chi(b2, b3, b4);
            var e3 = TLanes.Chi(b3, b4, b0);
            var e4 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(a3, d3), 28);
            b1 = TLanes.RotateLeft(TLanes.Xor(a9, d4), 20);
            b2 = TLanes.RotateLeft(TLanes.Xor(a10, d0), 3);
            b3 = TLanes.RotateLeft(TLanes.Xor(a16, d1), 45);
            b4 = TLanes.RotateLeft(TLanes.Xor(a22, d2), 61);
            var e5 = TLanes.Chi(b0, b1, b2);
            var e6 = TLanes.Chi(b1, b2, b3);
            var e7 = TLanes.Chi(b2, b3, b4);
            var e8 = TLanes.Chi(b3, b4, b0);
            var e9 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(a1, d1), 1);
            b1 = TLanes.RotateLeft(TLanes.Xor(a7, d2), 6);
            b2 = TLanes.RotateLeft(TLanes.Xor(a13, d3), 25);
            b3 = TLanes.RotateLeft(TLanes.Xor(a19, d4), 8);
            b4 = TLanes.RotateLeft(TLanes.Xor(a20, d0), 18);
            var e10 = TLanes.Chi(b0, b1, b2);
            var e11 = TLanes.Chi(b1, b2, b3);
            var e12 = TLanes.Chi(b2, b3, b4);
            var e13 = TLanes.Chi(b3, b4, b0);
            var e14 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(a4, d4), 27);
            b1 = TLanes.RotateLeft(TLanes.Xor(a5, d0), 36);
            b2 = TLanes.RotateLeft(TLanes.Xor(a11, d1), 10);
            b3 = TLanes.RotateLeft(TLanes.Xor(a17, d2), 15);
            b4 = TLanes.RotateLeft(TLanes.Xor(a23, d3), 56);
            var e15 = TLanes.Chi(b0, b1, b2);
            var e16 = TLanes.Chi(b1, b2, b3);
            var e17 = TLanes.Chi(b2, b3, b4);
            var e18 = TLanes.Chi(b3, b4, b0);
            var e19 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(a2, d2), 62);
            b1 = TLanes.RotateLeft(TLanes.Xor(a8, d3), 55);
            b2 = TLanes.RotateLeft(TLanes.Xor(a14, d4), 39);
            b3 = TLanes.RotateLeft(TLanes.Xor(a15, d0), 41);
            b4 = TLanes.RotateLeft(TLanes.Xor(a21, d1), 2);
            var e20 = TLanes.Chi(b0, b1, b2);
            var e21 = TLanes.Chi(b1, b2, b3);
            var e22 = TLanes.Chi(b2, b3, b4);
            var e23 = TLanes.Chi(b3, b4, b0);
            var e24 = TLanes.Chi(b4, b0, b1);

            // Theta: the parities of the columns.
            c0 = TLanes.Xor(TLanes.Xor(e0, e5, e10), e15, e20);
            c1 = TLanes.Xor(TLanes.Xor(e1, e6, e11), e16, e21);
            c2 = TLanes.Xor(TLanes.Xor(e2, e7, e12), e17, e22);
            c3 = TLanes.Xor(TLanes.Xor(e3, e8, e13), e18, e23);
            c4 = TLanes.Xor(TLanes.Xor(e4, e9, e14), e19, e24);
            d0 = TLanes.Xor(c4, TLanes.RotateLeft(c1, 1));
            d1 = TLanes.Xor(c0, TLanes.RotateLeft(c2, 1));
            d2 = TLanes.Xor(c1, TLanes.RotateLeft(c3, 1));
            d3 = TLanes.Xor(c2, TLanes.RotateLeft(c4, 1));
            d4 = TLanes.Xor(c3, TLanes.RotateLeft(c0, 1));

            // Rho and pi move a lane, chi mixes a row, iota adds the round's constant.
            b0 = TLanes.Xor(e0, d0);
            b1 = TLanes.RotateLeft(TLanes.Xor(e6, d1), 44);
            b2 = TLanes.RotateLeft(TLanes.Xor(e12, d2), 43);
            b3 = TLanes.RotateLeft(TLanes.Xor(e18, d3), 21);
            b4 = TLanes.RotateLeft(TLanes.Xor(e24, d4), 14);
            a0 = TLanes.Xor(TLanes.Chi(b0, b1, b2), TLanes.Load(constants[round + 1]));
            a1 = TLanes.Chi(b1, b2, b3);
            a2 = TLanes.Chi(b2, b3, b4);
            a3 = TLanes.Chi(b3, b4, b0);
            a4 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(e3, d3), 28);
            b1 = TLanes.RotateLeft(TLanes.Xor(e9, d4), 20);
            b2 = TLanes.RotateLeft(TLanes.Xor(e10, d0), 3);
            b3 = TLanes.RotateLeft(TLanes.Xor(e16, d1), 45);
            b4 = TLanes.RotateLeft(TLanes.Xor(e22, d2), 61);
            a5 = TLanes.Chi(b0, b1, b2);
            a6 = TLanes.Chi(b1, b2, b3);
            a7 = TLanes.Chi(b2, b3, b4);
            a8 = TLanes.Chi(b3, b4, b0);
            a9 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(e1, d1), 1);
            b1 = TLanes.RotateLeft(TLanes.Xor(e7, d2), 6);
            b2 = TLanes.RotateLeft(TLanes.Xor(e13, d3), 25);
            b3 = TLanes.RotateLeft(TLanes.Xor(e19, d4), 8);
            b4 = TLanes.RotateLeft(TLanes.Xor(e20, d0), 18);
            a10 = TLanes.Chi(b0, b1, b2);
            a11 = TLanes.Chi(b1, b2, b3);
            a12 = TLanes.Chi(b2, b3, b4);
            a13 = TLanes.Chi(b3, b4, b0);
            a14 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(e4, d4), 27);
            b1 = TLanes.RotateLeft(TLanes.Xor(e5, d0), 36);
            b2 = TLanes.RotateLeft(TLanes.Xor(e11, d1), 10);
            b3 = TLanes.RotateLeft(TLanes.Xor(e17, d2), 15);
            b4 = TLanes.RotateLeft(TLanes.Xor(e23, d3), 56);
            a15 = TLanes.Chi(b0, b1, b2);
            a16 = TLanes.Chi(b1, b2, b3);
            a17 = TLanes.Chi(b2, b3, b4);
            a18 = TLanes.Chi(b3, b4, b0);
            a19 = TLanes.Chi(b4, b0, b1);

            b0 = TLanes.RotateLeft(TLanes.Xor(e2, d2), 62);
            b1 = TLanes.RotateLeft(TLanes.Xor(e8, d3), 55);
            b2 = TLanes.RotateLeft(TLanes.Xor(e14, d4), 39);
            b3 = TLanes.RotateLeft(TLanes.Xor(e15, d0), 41);
            b4 = TLanes.RotateLeft(TLanes.Xor(e21, d1), 2);
            a20 = TLanes.Chi(b0, b1, b2);
            a21 = TLanes.Chi(b1, b2, b3);
            a22 = TLanes.Chi(b2, b3, b4);
            a23 = TLanes.Chi(b3, b4, b0);
            a24 = TLanes.Chi(b4, b0, b1);
        }

        (state[24], state[23], state[22], state[21], state[20]) = (TLanes.Store(a24), TLanes.Store(a23), TLanes.Store(a22), TLanes.Store(a21), TLanes.Store(a20));
        (state[19], state[18], state[17], state[16], state[15]) = (TLanes.Store(a19), TLanes.Store(a18), TLanes.Store(a17), TLanes.Store(a16), TLanes.Store(a15));
        (state[14], state[13], state[12], state[11], state[10]) = (TLanes.Store(a14), TLanes.Store(a13), TLanes.Store(a12), TLanes.Store(a11), TLanes.Store(a10));
        (state[9], state[8], state[7], state[6], state[5]) = (TLanes.Store(a9), TLanes.Store(a8), TLanes.Store(a7), TLanes.Store(a6), TLanes.Store(a5));
        (state[4], state[3], state[2], state[1], state[0]) = (TLanes.Store(a4), TLanes.Store(a3), TLanes.Store(a2), TLanes.Store(a1), TLanes.Store(a0));
    }
}
