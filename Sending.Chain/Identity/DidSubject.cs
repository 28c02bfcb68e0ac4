using Nethereum.Util;
using Sending.Crypto;

namespace Sending.Chain.Identity;

/// <summary>The identity that a DID names.</summary>
/// <param name="Did">The DID as it was asked for.</param>
/// <param name="Address">EIP-55 address of the identity.</param>
/// <param name="PublicKey">Hexadecimal digits, without prefix, of the compressed key that a <c>did:ethr</c> has instead of an address; null for others.</param>
/// <param name="Profile">The document's vocabulary, when nobody asks for another.</param>
internal sealed record DidSubject(string Did, string Address, string? PublicKey, DidDocumentProfile Profile)
{
    private const string Prefix = "0x";
    private const int AddressLength = 42;
    private const int KeyLength = 68;

    /// <summary>Finds out which identity a DID names.</summary>
    /// <param name="url">The DID, or a DID URL with it.</param>
    /// <param name="chainId">The chain that there is a registry on.</param>
    /// <param name="subject">The identity; null when there is none.</param>
    /// <returns>Why there is none; null when there is one.</returns>
    public static DidResolution? Find(DidUrl url, long chainId, out DidSubject? subject)
    {
        subject = null;
        switch (url.Method)
        {
            case "sdn":
                subject = Formats.Did.TryParse(url.Did, out var did) ? new DidSubject(url.Did, did.Address, null, DidDocumentProfile.Multikey) : null;
                return subject is null
                    ? DidResolution.Failed(DidResolutionError.InvalidDid, $"\"{url.Did}\" is no DID of the network: did:sdn: and 40 lower-case hexadecimal digits.")
                    : null;
            case "ethr":
                return FindEthr(url, chainId, out subject);
            default:
                return DidResolution.Failed(
                    DidResolutionError.MethodNotSupported,
                    $"DIDs of the method \"{url.Method}\" are not resolved here, only did:sdn and did:ethr.");
        }
    }

    private static DidResolution? FindEthr(DidUrl url, long chainId, out DidSubject? subject)
    {
        var colon = url.MethodId.LastIndexOf(':');
        var (network, account) = colon < 0 ? (DidNetworks.Default, url.MethodId) : (url.MethodId[..colon], url.MethodId[(colon + 1)..]);
        subject = account.Length == KeyLength ? OfKey(url.Did, account) : OfAddress(url.Did, account);
        if (subject is null)
        {
            return DidResolution.Failed(
                DidResolutionError.InvalidDid,
                $"\"{url.Did}\" does not end in an account: 0x and 40 hexadecimal digits of an address (mixed case only with the right checksum, EIP-55), or 66 of a compressed public key.");
        }

        if (DidNetworks.IsChain(network, chainId))
        {
            return null;
        }

        subject = null;
        return DidResolution.Failed(
            DidResolutionError.FeatureNotSupported,
            $"Unknown network \"{network}\": this resolver knows the chain {chainId} alone, whose DIDs are did:sdn:… and did:ethr:{DidNetworks.OfChain(chainId)}:0x….");
    }

    private static DidSubject? OfAddress(string did, string account)
    {
        if (account.Length != AddressLength || !HasDigits(account))
        {
            return null;
        }

        var address = account.ConvertToEthereumChecksumAddress();
        var digits = account.AsSpan(Prefix.Length);
        var mixed = digits.ContainsAnyInRange('a', 'f') && digits.ContainsAnyInRange('A', 'F');
        return mixed && address != account ? null : new DidSubject(did, address, null, DidDocumentProfile.EthrDid);
    }

    private static DidSubject? OfKey(string did, string account)
    {
        Span<byte> key = stackalloc byte[Secp256k1.PublicKeyLength];
        if (!HasDigits(account) || !Secp256k1.TryReadPublicKey(Convert.FromHexString(account.AsSpan(Prefix.Length)), key))
        {
            return null;
        }

        var address = new byte[EthereumAddress.Length];
        EthereumAddress.Write(key, address);
        return new DidSubject(did, address.ConvertToEthereumChecksumAddress(), account[Prefix.Length..], DidDocumentProfile.EthrDid);
    }

    private static bool HasDigits(string account)
        => account.StartsWith(Prefix, StringComparison.Ordinal) && account.AsSpan(Prefix.Length).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
