using Newtonsoft.Json;
using Sending.Crypto;

namespace Nethereum.ABI.EIP712;

/// <summary>Encodes and hashes typed data (EIP-712).</summary>
public class Eip712TypedDataEncoder
{
    private const string DomainType = "EIP712Domain";

    /// <summary>A shared instance; it has no state.</summary>
    public static Eip712TypedDataEncoder Current { get; } = new();

    /// <summary>What is hashed and signed: 0x1901, the domain separator and the message's hash. 66 bytes.</summary>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public byte[] EncodeTypedData<T, TDomain>(T message, TypedData<TDomain> typedData)
    {
        typedData.SetMessage(message);
        return EncodeTypedData(typedData);
    }

    /// <inheritdoc cref="EncodeTypedData{T, TDomain}(T, TypedData{TDomain})"/>
    public byte[] EncodeTypedData<T, TDomain>(T data, TDomain domain, string primaryTypeName) =>
        EncodeTypedData(GenerateTypedData(data, domain, primaryTypeName));

    /// <inheritdoc cref="EncodeTypedData{T, TDomain}(T, TypedData{TDomain})"/>
    public byte[] EncodeTypedData<TDomain>(TypedData<TDomain> typedData)
    {
        typedData.EnsureDomainRawValuesAreInitialised();
        return EncodeTypedDataRaw(typedData);
    }

    /// <summary>The same from the JSON that <c>eth_signTypedData_v4</c> takes.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public byte[] EncodeTypedData(string json) => EncodeTypedDataRaw(TypedDataRawJsonConversion.DeserialiseJsonToRawTypedData(json));

    /// <inheritdoc cref="EncodeTypedData{T, TDomain}(T, TypedData{TDomain})"/>
    public byte[] EncodeTypedDataRaw(TypedDataRaw typedData) => [0x19, 0x01, .. HashDomainSeparator(typedData), .. HashMessage(typedData)];

    /// <summary>The hash that is signed.</summary>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public byte[] EncodeAndHashTypedData<T, TDomain>(T message, TypedData<TDomain> typedData) => Keccak256.Hash(EncodeTypedData(message, typedData));

    /// <inheritdoc cref="EncodeAndHashTypedData{T, TDomain}(T, TypedData{TDomain})"/>
    public byte[] EncodeAndHashTypedData<TDomain>(TypedData<TDomain> typedData) => Keccak256.Hash(EncodeTypedData(typedData));

    /// <summary>The hash that is signed, from JSON.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">A value is missing, or does not fit its type.</exception>
    public byte[] EncodeAndHashTypedData(string json) => Keccak256.Hash(EncodeTypedData(json));

    /// <summary>The domain separator.</summary>
    public byte[] HashDomainSeparator<TDomain>(TypedData<TDomain> typedData)
    {
        typedData.EnsureDomainRawValuesAreInitialised();
        return HashDomainSeparator((TypedDataRaw)typedData);
    }

    /// <summary>The domain separator.</summary>
    public byte[] HashDomainSeparator(TypedDataRaw typedData) => new StructHasher(typedData.Types).HashStruct(DomainType, typedData.DomainRawValues);

    /// <summary>The hash of one struct alone; <paramref name="types"/> are the classes of all structs in it.</summary>
    public byte[] HashStruct<T>(T message, string primaryType, params Type[] types) => Keccak256.Hash(EncodeStruct(message, primaryType, types));

    /// <summary>The type's hash and a word for each member; <paramref name="types"/> are the classes of all structs in it.</summary>
    public byte[] EncodeStruct<T>(T message, string primaryType, params Type[] types) =>
        new StructHasher(MemberDescriptionFactory.GetTypesMemberDescription(types)).EncodeData(primaryType, MemberValueFactory.CreateFromMessage(message));

    /// <summary>The text whose hash is the type's: its members, and those of the structs that it refers to.</summary>
    public string GetEncodedType(string primaryType, params Type[] types) =>
        new StructHasher(MemberDescriptionFactory.GetTypesMemberDescription(types)).EncodeType(primaryType);

    /// <summary>The same of the domain.</summary>
    public string GetEncodedTypeDomainSeparator<TDomain>(TypedData<TDomain> typedData) => new StructHasher(typedData.Types).EncodeType(DomainType);

    /// <summary>All hashes.</summary>
    public TypedDataHashResult CalculateTypedDataHashes<TDomain>(TypedData<TDomain> typedData)
    {
        typedData.EnsureDomainRawValuesAreInitialised();
        return CalculateTypedDataHashes((TypedDataRaw)typedData);
    }

    /// <summary>All hashes, from JSON.</summary>
    public TypedDataHashResult CalculateTypedDataHashes(string json) =>
        CalculateTypedDataHashes(TypedDataRawJsonConversion.DeserialiseJsonToRawTypedData(json));

    /// <summary>All hashes.</summary>
    public TypedDataHashResult CalculateTypedDataHashes(TypedDataRaw typedData)
    {
        var (domain, message) = (HashDomainSeparator(typedData), HashMessage(typedData));
        return new TypedDataHashResult(domain, message, Keccak256.Hash([0x19, 0x01, .. domain, .. message]));
    }

    /// <summary>Typed data from an object and a domain, whose classes describe the structs.</summary>
    public TypedData<TDomain> GenerateTypedData<T, TDomain>(T data, TDomain domain, string primaryTypeName)
    {
        var typedData = new TypedData<TDomain>
        {
            Domain = domain,
            PrimaryType = primaryTypeName,
            Types = MemberDescriptionFactory.GetTypesMemberDescription(typeof(TDomain), typeof(T)),
        };
        typedData.SetMessage(data);
        return typedData;
    }

    private static byte[] HashMessage(TypedDataRaw typedData) => new StructHasher(typedData.Types).HashStruct(typedData.PrimaryType, typedData.Message);
}
