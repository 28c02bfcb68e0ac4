using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Staking;
using Sending.Testing;

namespace Sending.Chain.Tests.Amounts;

/// <summary>What people type.</summary>
public class InputFuzzTests
{
    private static readonly Func<Exception, bool> s_isRefusal = error => error is SendingException { Code: ErrorCode.InvalidInput };

    [Fact]
    public void Amounts() => Fuzz.Text(["12.5", "0.000000000000000001", "25000"], text => SendAmount.Parse(text), s_isRefusal);

    [Fact]
    public void Amounts_of_a_balance() => Fuzz.Text(["all", "50%", "12.5", "33.33%"], text => AmountRequest.Parse(text), s_isRefusal);

    [Fact]
    public void Percentages() => Fuzz.Text(["5%", "12.34%", "100"], text => BasisPoints.Parse(text), s_isRefusal);

    [Fact]
    public void Durations() => Fuzz.Text(["1d", "3h", "45s"], text => Duration.Parse(text), s_isRefusal);

    [Fact]
    public void Roles_and_endpoints()
    {
        Fuzz.Text(["edge", "guardian"], text => NodeRoles.Parse(text), s_isRefusal);
        Fuzz.Text(["https://edge.example.org:8443/a"], text => NodeEndpoint.Parse(text), s_isRefusal);
    }
}
