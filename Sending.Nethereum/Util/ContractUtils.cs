using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RLP;
using Sending.Crypto;

namespace Nethereum.Util;

/// <summary>Addresses of contracts before they are created.</summary>
public static class ContractUtils
{
    /// <summary>The address of the contract that an account creates with its transaction of this nonce, checksummed.</summary>
    public static string CalculateContractAddress(string address, BigInteger nonce) => LastBytes(RlpEncoder.EncodeList(
        RlpEncoder.EncodeBytes(address.HexToByteArray()),
        RlpEncoder.EncodeInteger(nonce)));

    /// <inheritdoc cref="CalculateContractAddress(string, BigInteger)"/>
    public static string CalculateContractAddress(string address, long nonce) => CalculateContractAddress(address, new BigInteger(nonce));

    /// <summary>The address of the contract that a contract creates with CREATE2 (EIP-1014), checksummed.</summary>
    public static string CalculateCreate2Address(string address, string saltHex, string byteCodeHex) =>
        CalculateCreate2AddressUsingByteCodeHash(address, saltHex, Keccak256.Hash(byteCodeHex.HexToByteArray()).ToHex());

    /// <summary>The same from the hash of the creation code.</summary>
    /// <exception cref="ArgumentException">The salt is not 32 bytes.</exception>
    public static string CalculateCreate2AddressUsingByteCodeHash(string address, string saltHex, string byteCodeHexHash)
    {
        var salt = saltHex.HexToByteArray();
        return salt.Length == 32
            ? LastBytes([0xff, .. address.HexToByteArray(), .. salt, .. byteCodeHexHash.HexToByteArray()])
            : throw new ArgumentException($"A salt has 32 bytes, not {salt.Length}.", nameof(saltHex));
    }

    private static string LastBytes(byte[] input) => Keccak256.Hash(input).ConvertToEthereumChecksumAddress();
}
