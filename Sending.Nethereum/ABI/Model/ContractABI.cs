namespace Nethereum.ABI.Model;

/// <summary>What can be called on a contract and what it emits.</summary>
public class ContractABI
{
    public FunctionABI[] Functions { get; set; }

    public ConstructorABI Constructor { get; set; }

    public EventABI[] Events { get; set; }

    public ErrorABI[] Errors { get; set; }
}
