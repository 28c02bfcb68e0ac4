using System.Globalization;

namespace Sending.Testing;

/// <summary>How many random inputs a test tries: the variable SENDING_TEST_SCALE multiplies what is usual.</summary>
public static class TestScale
{
    /// <summary>1 unless the variable says more.</summary>
    public static int Factor { get; } = Environment.GetEnvironmentVariable("SENDING_TEST_SCALE") is { Length: > 0 } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 1;

    public static int Of(int usual) => checked(usual * Factor);
}
