using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_getTransactionCount: how many transactions an account has sent: its next nonce.</summary>
public interface IEthGetTransactionCount
{
    BlockParameter DefaultBlock { get; set; }

    Task<HexBigInteger> SendRequestAsync(string address, object id = null);

    Task<HexBigInteger> SendRequestAsync(string address, BlockParameter block, object id = null);
}
