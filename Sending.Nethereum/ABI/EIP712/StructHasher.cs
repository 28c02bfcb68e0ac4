using System.Collections;
using System.Globalization;
using System.Text;
using Nethereum.Util;
using Sending.Crypto;

namespace Nethereum.ABI.EIP712;

/// <summary>The functions <c>encodeType</c>, <c>encodeData</c> and <c>hashStruct</c> of EIP-712 over the given structs.</summary>
internal sealed class StructHasher(IDictionary<string, MemberDescription[]> types)
{
    // An array of structs asks for the same one again and again.
    private readonly Dictionary<string, byte[]> _typeHashes = [];

    /// <summary>The struct's members, then the structs that it refers to, these in the order of their names.</summary>
    /// <exception cref="FormatException">The struct, or one that it refers to, is not described.</exception>
    public string EncodeType(string typeName)
    {
        var referred = new SortedSet<string>(StringComparer.Ordinal);
        CollectStructs(typeName, referred);
        referred.Remove(typeName);
        var text = new StringBuilder();
        foreach (var name in referred.Prepend(typeName))
        {
            text.Append(name).Append('(').AppendJoin(',', MembersOf(name).Select(member => $"{member.Type} {member.Name}")).Append(')');
        }

        return text.ToString();
    }

    /// <summary>The hash of a struct's type and values.</summary>
    /// <exception cref="FormatException">The values do not fit the struct.</exception>
    public byte[] HashStruct(string typeName, MemberValue[] values) => Keccak256.Hash(EncodeData(typeName, values));

    /// <summary>The type's hash, and a word of 32 bytes for each member.</summary>
    /// <exception cref="FormatException">The values do not fit the struct.</exception>
    public byte[] EncodeData(string typeName, MemberValue[] values)
    {
        var members = MembersOf(typeName);
        if (values is null || values.Length != members.Length)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"The struct {typeName} has {members.Length} members, but {values?.Length ?? 0} values are given."));
        }

        using var data = new MemoryStream();
        data.Write(HashType(typeName));
        foreach (var (member, value) in members.Zip(values))
        {
            try
            {
                data.Write(EncodeValue(member.Type, value.Value));
            }
            catch (FormatException error)
            {
                throw new FormatException($"{typeName}.{member.Name}: {error.Message}", error);
            }
        }

        return data.ToArray();
    }

    /// <summary>The type of the elements of <c>T[]</c> or <c>T[n]</c>.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    internal static string ElementTypeOf(string type) =>
        type.LastIndexOf('[') is > 0 and var bracket ? type[..bracket] : throw new FormatException($"The type '{type}' is no array of anything.");

    private byte[] HashType(string typeName)
    {
        if (!_typeHashes.TryGetValue(typeName, out var hash))
        {
            hash = Sha3Keccack.Current.CalculateHashAsBytes(EncodeType(typeName));
            _typeHashes.Add(typeName, hash);
        }

        return hash;
    }

    private byte[] EncodeValue(string type, object value)
    {
        if (value is null)
        {
            throw new FormatException("The value is missing.");
        }

        if (type.EndsWith(']'))
        {
            return EncodeArray(type, value);
        }

        return types.ContainsKey(type)
            ? HashStruct(type, value as MemberValue[] ?? throw new FormatException($"The value is no {type}."))
            : AtomicValue.Encode(type, value);
    }

    private byte[] EncodeArray(string type, object value)
    {
        var elementType = ElementTypeOf(type);
        var length = type[(elementType.Length + 1)..^1];
        var elements = value is IEnumerable sequence and not string
            ? sequence.Cast<object>().ToArray()
            : throw new FormatException($"The value is no array, but {type} is expected.");
        if (length.Length > 0 && (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var expected) || expected != elements.Length))
        {
            throw new FormatException($"{elements.Length} values are given for {type}.");
        }

        return Keccak256.Hash([.. elements.SelectMany(element => EncodeValue(elementType, element))]);
    }

    private void CollectStructs(string typeName, SortedSet<string> found)
    {
        if (!found.Add(typeName))
        {
            return;
        }

        foreach (var member in MembersOf(typeName))
        {
            var elementType = member.Type.Split('[')[0];
            if (types.ContainsKey(elementType))
            {
                CollectStructs(elementType, found);
            }
        }
    }

    private MemberDescription[] MembersOf(string typeName) =>
        typeName is not null && types.TryGetValue(typeName, out var members)
            ? members
            : throw new FormatException($"The struct '{typeName}' is not described in the types.");
}
