using System.Reflection;
using System.Text.RegularExpressions;
using Sending.Chain.Http.Problems;
using Sending.Edge.Api;
using Sending.Toolchain;

namespace Sending.Edge.Tests.Api;

/// <summary><c>docs/wire.md</c> names every problem that there is, every message and every door, and no others.</summary>
public sealed partial class WireDocumentTests
{
    private static readonly string s_document = File.ReadAllText(Path.Combine(Repository.Find(), "docs", "wire.md"));

    [Fact]
    public void ItListsTheProblemsThatThereAre()
    {
        var codes = typeof(ProblemCode).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => ((ProblemCode)property.GetValue(null)!).Text);

        Assert.Equal(codes.Order(), ProblemRow().Matches(s_document).Select(row => row.Groups[1].Value).Order());
    }

    [Fact]
    public void ItHasTheMessagesOfASocket()
    {
        var said = typeof(ClientMessage).GetNestedTypes().Select(type => type.Name switch { nameof(ClientMessage.AskAccount) => "account", var name => name.ToLowerInvariant() });

        Assert.Equal(said.Order(), SaidRow().Matches(s_document).Select(row => row.Groups[1].Value).Order());
    }

    [Fact]
    public void ItsBoundsAreTheOnesThatHold()
    {
        var options = new ApiOptions();
        foreach (var text in new FormattableString[]
        {
            $"{options.RequestsPerSecond:N0} a second of a DID",
            $"{options.LoginsPerSecond} log-ins a second",
            $"{options.SocketsPerDid} of a DID, {options.Sockets} in all",
            $"{options.InFlight} at most without acknowledgement",
            $"longer than {options.MessageTime.TotalSeconds} seconds to arrive",
            $"pings of the protocol within {options.KeepAlive.TotalSeconds} seconds",
            $"at most {Chain.Relay.Wire.Envelope.LargestBody:N0} bytes",
            $"{Chain.Http.Login.LoginSessions.MostOfOne} tokens of a DID",
        })
        {
            Assert.Contains(FormattableString.Invariant(text), s_document, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| \d{3} \|", RegexOptions.Multiline)]
    private static partial Regex ProblemRow();

    [GeneratedRegex(@"^\| `\{""type"":""([a-z]+)""", RegexOptions.Multiline)]
    private static partial Regex SaidRow();
}
