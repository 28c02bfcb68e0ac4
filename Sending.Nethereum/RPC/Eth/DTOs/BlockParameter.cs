using System.Numerics;
using Nethereum.Hex.HexTypes;
using Newtonsoft.Json;

namespace Nethereum.RPC.Eth.DTOs;

/// <summary>A block by its number or by a tag; the latest one unless told.</summary>
[JsonConverter(typeof(BlockParameterJsonConverter))]
public class BlockParameter
{
    public BlockParameter()
    {
    }

    public BlockParameter(HexBigInteger blockNumber) => SetValue(blockNumber);

    public BlockParameter(ulong blockNumber)
        : this(new HexBigInteger(blockNumber))
    {
    }

    /// <summary>Ways to name a block.</summary>
    public enum BlockParameterType
    {
        latest,
        earliest,
        pending,
        finalized,
        safe,
        blockNumber,
    }

    /// <summary>Null when the block is named by a tag.</summary>
    public HexBigInteger BlockNumber { get; private set; }

    public BlockParameterType ParameterType { get; private set; }

    public static BlockParameter CreateLatest() => new();

    public static BlockParameter CreateEarliest() => Create(BlockParameterType.earliest);

    public static BlockParameter CreatePending() => Create(BlockParameterType.pending);

    /// <exception cref="ArgumentException">A block named by its number needs the number.</exception>
    public void SetValue(BlockParameterType parameterType)
    {
        if (parameterType == BlockParameterType.blockNumber)
        {
            throw new ArgumentException("Give the block's number.", nameof(parameterType));
        }
        ParameterType = parameterType;
        BlockNumber = null;
    }

    public void SetValue(string blockNumberHex) => SetValue(new HexBigInteger(blockNumberHex));

    public void SetValue(HexBigInteger blockNumber)
    {
        ParameterType = BlockParameterType.blockNumber;
        BlockNumber = blockNumber;
    }

    public void SetValue(BigInteger blockNumber) => SetValue(new HexBigInteger(blockNumber));

    /// <summary>The block as requests carry it: a tag, or the number as hex.</summary>
    public string GetRPCParam() => ParameterType == BlockParameterType.blockNumber ? BlockNumber.HexValue : ParameterType.ToString();

    private static BlockParameter Create(BlockParameterType type)
    {
        var parameter = new BlockParameter();
        parameter.SetValue(type);
        return parameter;
    }
}
