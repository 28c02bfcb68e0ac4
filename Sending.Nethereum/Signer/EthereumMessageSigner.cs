using System.Text;
using Nethereum.Util;

namespace Nethereum.Signer;

/// <summary>Signs messages as <c>personal_sign</c> does: with Ethereum's prefix and their length in front (EIP-191, version 0x45).</summary>
public class EthereumMessageSigner : MessageSigner
{
    private static readonly EthereumMessageHasher s_hasher = new();

    /// <summary>The address that signed the message.</summary>
    public override string EcRecover(byte[] message, string signature) => base.EcRecover(HashPrefixedMessage(message), signature);

    /// <summary>The prefixed hash of the message's hash.</summary>
    public byte[] HashAndHashPrefixedMessage(byte[] message) => HashPrefixedMessage(Hash(message));

    /// <summary>Signs the message's hash as if it were the message.</summary>
    public override string HashAndSign(byte[] plainMessage, EthECKey key) => Sign(Hash(plainMessage), key);

    /// <inheritdoc cref="EthereumMessageHasher.HashPrefixedMessage(string)"/>
    public byte[] HashPrefixedMessage(string plainMessage) => s_hasher.HashPrefixedMessage(plainMessage);

    /// <inheritdoc cref="EthereumMessageHasher.HashPrefixedMessage(byte[])"/>
    public byte[] HashPrefixedMessage(byte[] message) => s_hasher.HashPrefixedMessage(message);

    /// <summary>Signs the message.</summary>
    public override string Sign(byte[] message, EthECKey key) => base.Sign(HashPrefixedMessage(message), key);

    /// <summary>Signs the text's UTF-8 bytes.</summary>
    public string EncodeUTF8AndSign(string message, EthECKey key) => Sign(Encoding.UTF8.GetBytes(message), key);

    /// <summary>The address that signed the text.</summary>
    public string EncodeUTF8AndEcRecover(string message, string signature) => EcRecover(Encoding.UTF8.GetBytes(message), signature);
}
