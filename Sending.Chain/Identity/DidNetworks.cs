using System.Globalization;

namespace Sending.Chain.Identity;

/// <summary>The networks of <c>did:ethr</c>: by chain id in hex, or by the names that <c>ethr-did-resolver</c> 11 has for some.</summary>
internal static class DidNetworks
{
    /// <summary>The network of a <c>did:ethr</c> that names none.</summary>
    public const string Default = "mainnet";

    private static readonly Dictionary<string, long> ChainIds = new(StringComparer.Ordinal)
    {
        [Default] = 1,
        ["gno"] = 100,
        ["polygon"] = 137,
        ["ewc"] = 246,
        ["holesky"] = 17_000,
        ["linea:goerli"] = 59_140,
        ["volta"] = 73_799,
        ["polygon:test"] = 80_001,
        ["artis:sigma1"] = 246_529,
        ["artis:tau1"] = 246_785,
        ["sepolia"] = 11_155_111,
        ["aurora"] = 1_313_161_554,
    };

    /// <summary>Whether a network as a DID names it is the chain.</summary>
    public static bool IsChain(string network, long chainId) => network == OfChain(chainId) || (ChainIds.TryGetValue(network, out var known) && known == chainId);

    /// <summary>A chain as a DID names it: its id as 0x and lower-case digits without leading zeros.</summary>
    public static string OfChain(long chainId) => "0x" + chainId.ToString("x", CultureInfo.InvariantCulture);
}
