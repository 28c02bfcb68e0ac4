namespace Nethereum.ABI.Model;

/// <summary>A parameter of a function, an event, an error or a constructor, or a member of a struct.</summary>
public class Parameter
{
    private ABIType _abiType;

    public Parameter(string type, string name = null, int order = 1, string internalType = null, string serpentSignature = null)
    {
        Type = type;
        Name = name;
        Order = order;
        InternalType = internalType;
        SerpentSignature = serpentSignature;
    }

    public Parameter(string type, int order, string internalType = null)
        : this(type, null, order, internalType)
    {
    }

    public string Name { get; }

    /// <summary>The type as the JSON ABI names it; <c>tuple</c> for a struct.</summary>
    public string Type { get; }

    public ABIType ABIType
    {
        get => _abiType ??= ABIType.Create(Type);
        internal set => _abiType = value;
    }

    /// <summary>The place among the parameters, counted from 1.</summary>
    public int Order { get; }

    /// <summary>The type as Solidity names it.</summary>
    public string InternalType { get; }

    /// <summary>The .NET type to decode to; null for the usual one.</summary>
    public Type DecodedType { get; set; }

    /// <summary>Whether an event's parameter is a topic.</summary>
    public bool Indexed { get; set; }

    public string SerpentSignature { get; }

    /// <summary>The struct's name, for typed data.</summary>
    public string StructTypeName { get; set; }
}
