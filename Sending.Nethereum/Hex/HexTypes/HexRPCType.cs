using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.Hex.HexTypes;

/// <summary>A value and its hexadecimal form in JSON-RPC, each made from the other when first asked for.</summary>
public class HexRPCType<T> : IEquatable<HexRPCType<T>>
{
    private readonly Func<T, string> _encode;
    private readonly Func<string, T> _decode;
    private string _hexValue;
    private T _value;
    private bool _decoded;

    internal HexRPCType(Func<T, string> encode, Func<string, T> decode)
    {
        _encode = encode;
        _decode = decode;
    }

    /// <summary>The hexadecimal form, with <c>0x</c>.</summary>
    public string HexValue
    {
        get => _hexValue;
        set
        {
            _hexValue = value;
            _decoded = false;
        }
    }

    /// <summary>The value itself.</summary>
    /// <exception cref="FormatException">The hexadecimal form given cannot be read.</exception>
    public T Value
    {
        get
        {
            if (!_decoded)
            {
                _value = _decode(_hexValue);
                _decoded = true;
            }

            return _value;
        }
        set
        {
            _hexValue = _encode(value);
            _value = value;
            _decoded = true;
        }
    }

    /// <summary>The bytes of the hexadecimal form.</summary>
    public byte[] ToHexByteArray() => HexValue.HexToByteArray();

    public static implicit operator byte[](HexRPCType<T> hexRpcType) => hexRpcType.ToHexByteArray();

    public static implicit operator T(HexRPCType<T> hexRpcType) => hexRpcType.Value;

    public static bool operator ==(HexRPCType<T> lhs, HexRPCType<T> rhs) => lhs is null ? rhs is null : lhs.Equals(rhs);

    public static bool operator !=(HexRPCType<T> lhs, HexRPCType<T> rhs) => !(lhs == rhs);

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityComparer<T>.Default.GetHashCode(Value);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is HexRPCType<T> other && Equals(other);

    /// <summary>Whether both hold the same value.</summary>
    public bool Equals(HexRPCType<T> other) => other is not null && EqualityComparer<T>.Default.Equals(Value, other.Value);
}
