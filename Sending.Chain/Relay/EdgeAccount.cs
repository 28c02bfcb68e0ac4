using Nethereum.Signer;
using Nethereum.Util;
using Sending.Chain.Formats;

namespace Sending.Chain.Relay;

/// <summary>As whom a key talks to an Edge, and who pays.</summary>
/// <param name="did">The identity that sends and receives.</param>
/// <param name="key">Of its owner or of a delegate of type <c>sigAuth</c>; it signs the log-in, and the receipts.</param>
/// <param name="payer">Who pays: the key's own account, or one that named it as <c>relay</c> delegate; null for nobody, who is served nothing that costs.</param>
public sealed class EdgeAccount(Did did, EthECKey key, Did? payer)
{
    /// <summary>The identity that sends and receives.</summary>
    public Did Did { get; } = did;

    /// <summary>Who pays; null for nobody.</summary>
    public Did? Payer { get; } = payer;

    /// <summary>EIP-55 address of the key.</summary>
    public string Address { get; } = AddressUtil.Current.ConvertToChecksumAddress(key.GetPublicAddress());

    internal EthECKey Key { get; } = key;
}
