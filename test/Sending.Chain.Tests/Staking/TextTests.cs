using Sending.Chain.Errors;
using Sending.Chain.Staking;

namespace Sending.Chain.Tests.Staking;

public class TextTests
{
    [Theory]
    [InlineData("edge", NodeRole.Edge)]
    [InlineData("Guardian", NodeRole.Guardian)]
    [InlineData(" WATCHDOG ", NodeRole.WatchDog)]
    public void Reads_roles(string text, NodeRole role) => Assert.Equal(role, NodeRoles.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("1")]
    [InlineData("client")]
    public void Refuses_other_roles(string text)
        => Assert.Contains("edge, guardian or watchdog", Assert.Throws<SendingException>(() => NodeRoles.Parse(text)).Message);

    [Theory]
    [InlineData("https://edge.example.org", "https://edge.example.org")]
    [InlineData(" http://127.0.0.1:9000/ ", "http://127.0.0.1:9000")]
    [InlineData("https://example.org/edge/", "https://example.org/edge")]
    public void Reads_endpoints(string text, string endpoint) => Assert.Equal(endpoint, NodeEndpoint.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("edge.example.org")]
    [InlineData("ftp://edge.example.org")]
    [InlineData("https://")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("https://example.org?x=1")]
    [InlineData("https://example.org/#top")]
    public void Refuses_other_endpoints(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => NodeEndpoint.Parse(text)).Code);

    [Fact]
    public void An_endpoint_has_at_most_256_bytes()
    {
        var longest = "https://example.org/" + new string('a', NodeEndpoint.MaxLength - 20);
        Assert.Equal(longest, NodeEndpoint.Parse(longest));
        Assert.Contains("257 bytes", Assert.Throws<SendingException>(() => NodeEndpoint.Parse(longest + "a")).Message);
    }
}
