using Sending.Chain.Errors;

namespace Sending.Chain.Identity;

/// <summary>The types of delegates that mean something to the network or to ERC-1056 resolvers.</summary>
public static class DidDelegateType
{
    /// <summary>Signs relay receipts that the identity pays; does nothing else in its name.</summary>
    public const string Relay = "relay";

    /// <summary>Signs statements of the identity (<c>assertionMethod</c>).</summary>
    public const string VeriKey = "veriKey";

    /// <summary>Logs in as the identity (<c>authentication</c>).</summary>
    public const string SigAuth = "sigAuth";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Relay, VeriKey, SigAuth];

    /// <summary>Reads a type in any case.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static string Parse(string text)
        => All.FirstOrDefault(type => type.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{text}\" is no type of delegate: {string.Join(", ", All.SkipLast(1))} or {All[^1]}.",
                new Dictionary<string, string> { ["delegateType"] = text });
}
