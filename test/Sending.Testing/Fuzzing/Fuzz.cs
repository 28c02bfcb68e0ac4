using System.Diagnostics;
using CsCheck;

namespace Sending.Testing;

/// <summary>
/// Gives a reader of data from outside many inputs, random ones and damaged sound ones, and sees to it that each ends soon, takes memory in
/// proportion to its length, and throws nothing but what is documented. CsCheck shrinks the input of a failure and names its seed.
/// </summary>
public static class Fuzz
{
    /// <summary>Inputs of a reader in a usual run; <see cref="TestScale"/> multiplies them.</summary>
    public const int UsualInputs = 100_000;

    // Generous: other work on the machine must not make a test fail.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <param name="sound">Inputs to damage.</param>
    /// <param name="read">The reader.</param>
    /// <param name="isDocumented">Whether the reader may throw this.</param>
    /// <param name="inputs">How many; fewer than usual where one takes long by design.</param>
    /// <param name="memory">Bytes that one input may take beside 512 times its length.</param>
    public static void Bytes(IReadOnlyList<byte[]> sound, Action<byte[]> read, Func<Exception, bool> isDocumented, int inputs = UsualInputs, long memory = 1 << 20)
    {
        Assert.All(sound, input => Check(input, input.Length, read, _ => false, memory));
        ByteMutations.Of(sound).Sample(
            input => Check(input, input.Length, read, isDocumented, memory), iter: TestScale.Of(inputs), print: input => Convert.ToHexStringLower(input));
    }

    /// <inheritdoc cref="Bytes"/>
    public static void Text(IReadOnlyList<string> sound, Action<string> read, Func<Exception, bool> isDocumented, int inputs = UsualInputs, long memory = 1 << 20)
    {
        Assert.All(sound, input => Check(input, input.Length, read, _ => false, memory));
        TextMutations.Of(sound).Sample(
            input => Check(input, input.Length, read, isDocumented, memory), iter: TestScale.Of(inputs), print: input => input);
    }

    private static void Check<T>(T input, int length, Action<T> read, Func<Exception, bool> isDocumented, long memory)
    {
        var (allocated, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            read(input);
        }
        catch (Exception error) when (isDocumented(error))
        {
            // As it should.
        }

        var (taken, elapsed) = (GC.GetAllocatedBytesForCurrentThread() - allocated, Stopwatch.GetElapsedTime(started));
        Assert.True(taken <= memory + (512L * length), $"An input of {length} took {taken} bytes of memory.");
        Assert.True(elapsed < s_longest, $"An input of {length} took {elapsed}.");
    }
}
