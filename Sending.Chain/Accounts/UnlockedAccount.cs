using Nethereum.Signer;
using Nethereum.Util;

namespace Sending.Chain.Accounts;

/// <summary>An account whose private key is in memory and can sign.</summary>
/// <param name="name">The name of its keystore file.</param>
/// <param name="key">The private key.</param>
public sealed class UnlockedAccount(string name, EthECKey key)
{
    /// <summary>The name of its keystore file.</summary>
    public string Name { get; } = name;

    /// <summary>EIP-55 address.</summary>
    public string Address { get; } = AddressUtil.Current.ConvertToChecksumAddress(key.GetPublicAddress());

    /// <summary>The private key; it stays inside the process.</summary>
    public EthECKey Key { get; } = key;
}
