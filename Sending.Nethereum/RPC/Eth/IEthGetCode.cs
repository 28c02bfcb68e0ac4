using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth;

/// <summary>eth_getCode: the code of an account as hex; 0x when it has none.</summary>
public interface IEthGetCode
{
    BlockParameter DefaultBlock { get; set; }

    Task<string> SendRequestAsync(string address, object id = null);

    Task<string> SendRequestAsync(string address, BlockParameter block, object id = null);
}
