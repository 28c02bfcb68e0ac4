using System.Diagnostics.CodeAnalysis;

namespace Sending.Crypto;

/// <summary>How a lane of 64 bits is held and what a round of <see cref="KeccakPermutation"/> does with it.</summary>
internal interface IKeccakLanes<TLane>
{
    static abstract TLane Load(ulong lane);

    static abstract ulong Store(TLane lane);

    static abstract TLane Xor(TLane a, TLane b);

    static abstract TLane Xor(TLane a, TLane b, TLane c);

    static abstract TLane RotateLeft(TLane lane, [ConstantExpected] byte bits);

    /// <summary>a ^ (~b &amp; c).</summary>
    static abstract TLane Chi(TLane a, TLane b, TLane c);
}
