using Nethereum.ABI.EIP712;
using Sending.Crypto;

namespace Nethereum.Signer.EIP712;

/// <summary>Signs typed data (EIP-712). Signatures are text: <c>0x</c>, r, s and v (27 or 28).</summary>
public class Eip712TypedDataSigner
{
    /// <summary>A shared instance; it has no state.</summary>
    public static Eip712TypedDataSigner Current { get; } = new();

    /// <summary>Signs an object whose class, and the domain's, describe the structs.</summary>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public string SignTypedData<T, TDomain>(T data, TDomain domain, string primaryTypeName, EthECKey key) =>
        Sign(Eip712TypedDataEncoder.Current.EncodeTypedData(data, domain, primaryTypeName), key);

    /// <summary>Signs typed data that holds its message.</summary>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public string SignTypedData<TDomain>(TypedData<TDomain> typedData, EthECKey key) => SignTypedDataV4(typedData, key);

    /// <inheritdoc cref="SignTypedData{TDomain}(TypedData{TDomain}, EthECKey)"/>
    public string SignTypedDataV4<TDomain>(TypedData<TDomain> typedData, EthECKey key) => Sign(EncodeTypedData(typedData), key);

    /// <summary>Signs the JSON that <c>eth_signTypedData_v4</c> takes.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public string SignTypedDataV4(string json, EthECKey key) => Sign(EncodeTypedData(json), key);

    /// <summary>Signs a message with typed data that holds the domain and the structs.</summary>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public string SignTypedDataV4<T, TDomain>(T message, TypedData<TDomain> typedData, EthECKey key) => Sign(EncodeTypedData(message, typedData), key);

    /// <summary>The address that signed the message.</summary>
    /// <exception cref="FormatException">The signature is malformed.</exception>
    public string RecoverFromSignatureV4<T, TDomain>(T message, TypedData<TDomain> typedData, string signature) =>
        RecoverFromSignatureV4(EncodeTypedData(message, typedData), signature);

    /// <summary>The address that signed the typed data.</summary>
    /// <exception cref="FormatException">The signature is malformed.</exception>
    public string RecoverFromSignatureV4<TDomain>(TypedData<TDomain> typedData, string signature) =>
        RecoverFromSignatureV4(EncodeTypedData(typedData), signature);

    /// <summary>The address that signed the JSON, whose message is at <paramref name="messageKeySelector"/>.</summary>
    /// <exception cref="FormatException">The signature is malformed.</exception>
    public string RecoverFromSignatureV4(string json, string signature, string messageKeySelector = "message") =>
        RecoverFromSignatureV4(EncodeTypedDataRaw(TypedDataRawJsonConversion.Read(json, messageKeySelector)), signature);

    /// <summary>The address that signed the encoded data.</summary>
    /// <exception cref="FormatException">The signature is malformed.</exception>
    public string RecoverFromSignatureV4(byte[] encodedData, string signature) => RecoverFromSignatureHashV4(Keccak256.Hash(encodedData), signature);

    /// <summary>The address that signed the hash.</summary>
    /// <exception cref="FormatException">The signature is malformed.</exception>
    public string RecoverFromSignatureHashV4(byte[] hash, string signature) => new MessageSigner().EcRecover(hash, signature);

    /// <inheritdoc cref="Eip712TypedDataEncoder.EncodeTypedData{TDomain}(TypedData{TDomain})"/>
    public byte[] EncodeTypedData<TDomain>(TypedData<TDomain> typedData) => Eip712TypedDataEncoder.Current.EncodeTypedData(typedData);

    /// <inheritdoc cref="Eip712TypedDataEncoder.EncodeTypedDataRaw"/>
    public byte[] EncodeTypedDataRaw(TypedDataRaw typedData) => Eip712TypedDataEncoder.Current.EncodeTypedDataRaw(typedData);

    /// <inheritdoc cref="Eip712TypedDataEncoder.EncodeTypedData(string)"/>
    public byte[] EncodeTypedData(string json) => Eip712TypedDataEncoder.Current.EncodeTypedData(json);

    /// <inheritdoc cref="Eip712TypedDataEncoder.EncodeTypedData{T, TDomain}(T, TypedData{TDomain})"/>
    public byte[] EncodeTypedData<T, TDomain>(T message, TypedData<TDomain> typedData) => Eip712TypedDataEncoder.Current.EncodeTypedData(message, typedData);

    private static string Sign(byte[] encodedData, EthECKey key) =>
        EthECDSASignature.CreateStringSignature(key.SignAndCalculateV(Keccak256.Hash(encodedData)));
}
