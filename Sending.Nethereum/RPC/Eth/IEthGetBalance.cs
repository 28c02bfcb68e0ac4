using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth;

/// <summary>eth_getBalance: the balance of an account in wei.</summary>
public interface IEthGetBalance
{
    BlockParameter DefaultBlock { get; set; }

    Task<HexBigInteger> SendRequestAsync(string address, object id = null);

    Task<HexBigInteger> SendRequestAsync(string address, BlockParameter block, object id = null);
}
