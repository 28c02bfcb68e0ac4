using Nethereum.Contracts.CQS;

namespace Nethereum.Contracts;

/// <summary>A call of a contract's function; the arguments are the properties with parameter attributes.</summary>
public class FunctionMessage : ContractMessageBase
{
}
