using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth;

/// <summary>eth_getStorageAt: a slot of a contract's storage.</summary>
public interface IEthGetStorageAt
{
    BlockParameter DefaultBlock { get; set; }

    Task<string> SendRequestAsync(string address, HexBigInteger position, object id = null);

    Task<string> SendRequestAsync(string address, HexBigInteger position, BlockParameter block, object id = null);
}
