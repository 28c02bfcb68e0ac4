using System.Numerics;

namespace Nethereum.RPC.Fee1559Suggestions;

/// <summary>Suggests the fees of an EIP-1559 transaction.</summary>
public interface IFee1559SuggestionStrategy
{
    /// <param name="maxPriorityFeePerGas">The tip to use, in wei; null to have one suggested.</param>
    Task<Fee1559> SuggestFeeAsync(BigInteger? maxPriorityFeePerGas = null);
}
