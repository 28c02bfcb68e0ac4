using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.RPC.Eth;

public interface IDefaultBlock
{
    /// <summary>The block that is asked about when a request names none.</summary>
    BlockParameter DefaultBlock { get; set; }
}
