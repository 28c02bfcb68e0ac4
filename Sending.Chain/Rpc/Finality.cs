using Nethereum.RPC.Eth.DTOs;

namespace Sending.Chain.Rpc;

/// <summary>Which blocks count as final: what is in them is not taken back any more.</summary>
public enum Finality
{
    /// <summary>What the chain calls finalized (the block tag of that name): for services.</summary>
    Finalized,

    /// <summary>What the chain calls safe.</summary>
    Safe,

    /// <summary>Every block at once: for a local development node, which has one branch, and for people who wait.</summary>
    Latest,
}

/// <summary>Finality as JSON-RPC names it.</summary>
internal static class FinalityExtensions
{
    /// <summary>The newest block that is final, as a block parameter.</summary>
    public static BlockParameter ToBlockParameter(this Finality finality)
    {
        var tag = new BlockParameter();
        tag.SetValue(finality switch
        {
            Finality.Finalized => BlockParameter.BlockParameterType.finalized,
            Finality.Safe => BlockParameter.BlockParameterType.safe,
            _ => BlockParameter.BlockParameterType.latest,
        });
        return tag;
    }
}
