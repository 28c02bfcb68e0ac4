namespace Sending.Crypto;

/// <summary>Checks of what callers pass: the lengths here are constants of formats, so a wrong one is a mistake in the program.</summary>
internal static class Lengths
{
    public static void Require(int actual, int expected, string what, string parameter)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"{what} has {expected} bytes, not {actual}.", parameter);
        }
    }
}
