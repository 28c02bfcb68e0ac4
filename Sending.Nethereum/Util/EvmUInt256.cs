using System.Globalization;
using System.Numerics;

namespace Nethereum.Util;

/// <summary>An unsigned integer of 256 bits, the machine word of the EVM.</summary>
public readonly struct EvmUInt256 : IEquatable<EvmUInt256>
{
    private static readonly BigInteger s_bound = BigInteger.One << 256;

    private readonly BigInteger _value;

    /// <summary>From a number.</summary>
    /// <exception cref="OverflowException">It is negative, or does not fit 256 bits.</exception>
    public EvmUInt256(BigInteger value)
    {
        if (value.Sign < 0 || value >= s_bound)
        {
            throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} is not between 0 and 2^256 - 1."));
        }

        _value = value;
    }

    public static implicit operator EvmUInt256(BigInteger value) => new(value);

    public static implicit operator EvmUInt256(int value) => new(value);

    public static implicit operator EvmUInt256(long value) => new(value);

    public static implicit operator EvmUInt256(ulong value) => new(value);

    public static implicit operator BigInteger(EvmUInt256 value) => value._value;

    public static bool operator ==(EvmUInt256 left, EvmUInt256 right) => left.Equals(right);

    public static bool operator !=(EvmUInt256 left, EvmUInt256 right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EvmUInt256 other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is EvmUInt256 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The number in decimal digits.</summary>
    public override string ToString() => _value.ToString(CultureInfo.InvariantCulture);
}
