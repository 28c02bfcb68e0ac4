using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sending.Crypto;

/// <summary>
/// A lane in each vector register of AVX-512: there are 32, so that the state needs no memory, and three inputs are joined by one instruction.
/// Several lanes in a register are slower: moving between them costs more than it saves.
/// </summary>
internal readonly struct KeccakVectorLanes : IKeccakLanes<Vector128<ulong>>
{
    // The truth tables of a ^ b ^ c and of a ^ (~b & c).
    private const byte XorTable = 0x96;
    private const byte ChiTable = 0xD2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Load(ulong lane) => Vector128.CreateScalarUnsafe(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Store(Vector128<ulong> lane) => lane.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Xor(Vector128<ulong> a, Vector128<ulong> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Xor(Vector128<ulong> a, Vector128<ulong> b, Vector128<ulong> c) => Avx512F.VL.TernaryLogic(a, b, c, XorTable);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> RotateLeft(Vector128<ulong> lane, [ConstantExpected] byte bits) => Avx512F.VL.RotateLeft(lane, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Chi(Vector128<ulong> a, Vector128<ulong> b, Vector128<ulong> c) => Avx512F.VL.TernaryLogic(a, b, c, ChiTable);
}
