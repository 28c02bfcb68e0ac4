namespace Nethereum.ABI.FunctionEncoding.Attributes;

/// <summary>Marks a class that a contract's custom error decodes to.</summary>
public interface IErrorDTO
{
}

/// <summary>Marks a class that a contract's event decodes to.</summary>
public interface IEventDTO
{
}

/// <summary>Marks a class that the values returned by a contract's function decode to.</summary>
public interface IFunctionOutputDTO
{
}
