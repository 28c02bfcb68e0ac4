using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;

namespace Nethereum.RPC.NonceServices;

/// <summary>Gives an account's transactions their nonces.</summary>
public interface INonceService
{
    IClient Client { get; set; }

    /// <summary>Whether to count only mined transactions, and not the pending ones.</summary>
    bool UseLatestTransactionsOnly { get; set; }

    Task<HexBigInteger> GetNextNonceAsync();

    /// <summary>Forgets what was given, so that the node's count decides again.</summary>
    Task ResetNonceAsync();
}
