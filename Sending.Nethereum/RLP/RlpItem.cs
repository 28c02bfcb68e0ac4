using System.Numerics;
using Nethereum.Util;

namespace Nethereum.RLP;

/// <summary>A decoded item: a byte string, or a list of items.</summary>
internal sealed class RlpItem
{
    private readonly byte[] _bytes;
    private readonly IReadOnlyList<RlpItem> _items;

    public RlpItem(byte[] bytes) => _bytes = bytes;

    public RlpItem(IReadOnlyList<RlpItem> items) => _items = items;

    public bool IsList => _items is not null;

    /// <summary>The bytes of a byte string.</summary>
    /// <exception cref="FormatException">It is a list.</exception>
    public byte[] Bytes => _bytes ?? throw new FormatException("RLP: a list stands where bytes are expected.");

    /// <summary>The items of a list.</summary>
    /// <exception cref="FormatException">It is a byte string.</exception>
    public IReadOnlyList<RlpItem> Items => _items ?? throw new FormatException("RLP: bytes stand where a list is expected.");

    /// <summary>The bytes as a non-negative integer of at most 256 bits.</summary>
    /// <exception cref="FormatException">It is a list, or longer, or has zeros in front.</exception>
    public BigInteger Integer => Bytes.Length switch
    {
        0 => BigInteger.Zero,
        > 32 => throw new FormatException("RLP: an integer is longer than 32 bytes."),
        _ when Bytes[0] == 0 => throw new FormatException("RLP: an integer has zeros in front."),
        _ => Bytes.ToUnsignedInteger(),
    };
}
