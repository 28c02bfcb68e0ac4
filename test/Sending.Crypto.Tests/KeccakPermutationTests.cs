using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sending.Crypto.Tests;

public sealed class KeccakPermutationTests
{
    /// <summary>Each way to hold the lanes gives what the machine's own choice does, which is compared with BouncyCastle in <see cref="Keccak256Tests"/>.</summary>
    [Fact]
    public void EveryWayToHoldLanesGivesTheSame()
    {
        var random = new Seeded();
        var chosen = new ulong[KeccakPermutation.Lanes];
        for (var i = 0; i < 1_000; i++)
        {
            Buffer.BlockCopy(random.Bytes(200), 0, chosen, 0, 200);
            ulong[] scalar = [.. chosen];
            ulong[] vector = [.. chosen];
            KeccakPermutation.Apply(chosen);
            KeccakPermutation.Apply<KeccakScalarLanes, ulong>(scalar);
            Assert.True(chosen.AsSpan().SequenceEqual(scalar), $"Seed {random.Seed}, general registers");
            if (Avx512F.VL.IsSupported)
            {
                KeccakPermutation.Apply<KeccakVectorLanes, Vector128<ulong>>(vector);
                Assert.True(chosen.AsSpan().SequenceEqual(vector), $"Seed {random.Seed}, vector registers");
            }
        }
    }
}
