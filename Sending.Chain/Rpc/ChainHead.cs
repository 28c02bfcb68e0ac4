using System.Numerics;

namespace Sending.Chain.Rpc;

/// <summary>The newest block: the chain's own clock and price.</summary>
/// <param name="Number">The block's number.</param>
/// <param name="Time">Its timestamp.</param>
/// <param name="BaseFee">Its base fee in wei per unit of gas (EIP-1559).</param>
public sealed record ChainHead(long Number, DateTimeOffset Time, BigInteger BaseFee);
