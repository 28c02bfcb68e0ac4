namespace Nethereum.ABI.Model;

/// <summary>The constructor of a contract.</summary>
public class ConstructorABI
{
    public Parameter[] InputParameters { get; set; }

    public string StateMutability { get; set; }
}
