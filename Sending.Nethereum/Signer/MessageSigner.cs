using System.Text;
using Sending.Crypto;

namespace Nethereum.Signer;

/// <summary>Signs hashes of messages as they are. Signatures are text: <c>0x</c>, r, s and v (27 or 28).</summary>
public class MessageSigner
{
    /// <summary>The address that signed the hash.</summary>
    /// <exception cref="FormatException">The signature is not hexadecimal, or not 65 bytes.</exception>
    /// <exception cref="ArgumentException">No key can have made it.</exception>
    public virtual string EcRecover(byte[] hashMessage, string signature) => EcRecover(hashMessage, ExtractEcdsaSignature(signature));

    /// <inheritdoc cref="EcRecover(byte[], string)"/>
    public virtual string EcRecover(byte[] hashMessage, EthECDSASignature signature) =>
        EthECKey.RecoverFromSignature(signature, hashMessage).GetPublicAddress();

    /// <summary>Keccak-256.</summary>
    public byte[] Hash(byte[] plainMessage) => Keccak256.Hash(plainMessage);

    /// <summary>The address that signed the hash of the text's UTF-8 bytes.</summary>
    public virtual string HashAndEcRecover(string plainMessage, string signature) => EcRecover(Hash(Encoding.UTF8.GetBytes(plainMessage)), signature);

    /// <summary>Signs the hash of the text's UTF-8 bytes.</summary>
    public string HashAndSign(string plainMessage, string privateKey) => HashAndSign(Encoding.UTF8.GetBytes(plainMessage), privateKey);

    /// <summary>Signs the hash of the bytes.</summary>
    public string HashAndSign(byte[] plainMessage, string privateKey) => HashAndSign(plainMessage, new EthECKey(privateKey));

    /// <summary>Signs the hash of the bytes.</summary>
    public virtual string HashAndSign(byte[] plainMessage, EthECKey key) => Sign(Hash(plainMessage), key);

    /// <summary>Signs a hash of 32 bytes.</summary>
    public string Sign(byte[] message, string privateKey) => Sign(message, new EthECKey(privateKey));

    /// <summary>Signs a hash of 32 bytes.</summary>
    public virtual string Sign(byte[] message, EthECKey key) => EthECDSASignature.CreateStringSignature(SignAndCalculateV(message, key));

    /// <summary>Signs a hash of 32 bytes.</summary>
    public virtual EthECDSASignature SignAndCalculateV(byte[] message, byte[] privateKey) => SignAndCalculateV(message, new EthECKey(privateKey, isPrivate: true));

    /// <summary>Signs a hash of 32 bytes.</summary>
    public virtual EthECDSASignature SignAndCalculateV(byte[] message, string privateKey) => SignAndCalculateV(message, new EthECKey(privateKey));

    /// <summary>Signs a hash of 32 bytes.</summary>
    public virtual EthECDSASignature SignAndCalculateV(byte[] message, EthECKey key) => key.SignAndCalculateV(message);

    /// <inheritdoc cref="EthECDSASignatureFactory.ExtractECDSASignature"/>
    public static EthECDSASignature ExtractEcdsaSignature(string signature) => EthECDSASignatureFactory.ExtractECDSASignature(signature);
}
