using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sending.Crypto;

/// <summary>Lanes in general registers: any machine.</summary>
internal readonly struct KeccakScalarLanes : IKeccakLanes<ulong>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ulong lane) => lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Store(ulong lane) => lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Xor(ulong a, ulong b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Xor(ulong a, ulong b, ulong c) => a ^ b ^ c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RotateLeft(ulong lane, [ConstantExpected] byte bits) => BitOperations.RotateLeft(lane, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Chi(ulong a, ulong b, ulong c) => a ^ (~b & c);
}
