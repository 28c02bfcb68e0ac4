namespace Nethereum.ABI;

/// <summary>A value with its ABI type.</summary>
public class ABIValue
{
    public ABIValue(ABIType abiType, object value)
    {
        ABIType = abiType;
        Value = value;
    }

    /// <exception cref="ArgumentException">Unknown type.</exception>
    public ABIValue(string abiType, object value)
        : this(ABIType.Create(abiType), value)
    {
    }

    public ABIType ABIType { get; set; }

    public object Value { get; set; }
}
