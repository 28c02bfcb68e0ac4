using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth.Transactions;

/// <summary>eth_call: what a call returns, as hex, without a transaction.</summary>
public interface IEthCall
{
    BlockParameter DefaultBlock { get; set; }

    Task<string> SendRequestAsync(CallInput callInput, object id = null);

    Task<string> SendRequestAsync(CallInput callInput, BlockParameter block, object id = null);
}
