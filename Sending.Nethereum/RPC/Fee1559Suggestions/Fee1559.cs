using System.Numerics;

namespace Nethereum.RPC.Fee1559Suggestions;

/// <summary>Fees of an EIP-1559 transaction, in wei for a unit of gas.</summary>
public class Fee1559
{
    public BigInteger? BaseFee { get; set; }

    public BigInteger? MaxPriorityFeePerGas { get; set; }

    public BigInteger? MaxFeePerGas { get; set; }
}
