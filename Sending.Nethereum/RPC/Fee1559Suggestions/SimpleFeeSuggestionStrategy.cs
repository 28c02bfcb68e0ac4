using System.Numerics;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.Blocks;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Fee1559Suggestions;

/// <summary>At most twice the latest base fee and the tip: enough for six full blocks in a row.</summary>
public class SimpleFeeSuggestionStrategy : IFee1559SuggestionStrategy
{
    public static BigInteger DEFAULT_MAX_PRIORITY_FEE_PER_GAS = 2_000_000_000;

    public SimpleFeeSuggestionStrategy(IClient client) => Client = client;

    public IClient Client { get; set; }

    public async Task<Fee1559> SuggestFeeAsync(BigInteger? maxPriorityFeePerGas = null)
    {
        var tip = maxPriorityFeePerGas ?? DEFAULT_MAX_PRIORITY_FEE_PER_GAS;
        var block = await new EthGetBlockWithTransactionsHashesByNumber(Client).SendRequestAsync(BlockParameter.CreateLatest()).ConfigureAwait(false);
        var baseFee = block?.BaseFeePerGas?.Value ?? throw new InvalidOperationException("The latest block has no base fee: the chain does not know EIP-1559.");
        return new Fee1559 { BaseFee = baseFee, MaxPriorityFeePerGas = tip, MaxFeePerGas = (baseFee * 2) + tip };
    }
}
