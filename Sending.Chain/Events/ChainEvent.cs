using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;

namespace Sending.Chain.Events;

/// <summary>A log of one of the deployment's contracts, with the block that it is in.</summary>
/// <param name="Block">The block.</param>
/// <param name="LogIndex">The log's place in the block, from 0.</param>
/// <param name="Contract">Name of the contract, such as "NodeStaking".</param>
/// <param name="Log">The log as the node gave it.</param>
public sealed record ChainEvent(IndexedBlock Block, int LogIndex, string Contract, FilterLog Log)
{
    private const int PlaceBits = 20;

    /// <summary>Most logs that a block can have here; far above what any gas limit allows.</summary>
    public const int MaxLogsPerBlock = 1 << PlaceBits;

    /// <summary>The event's place on the chain as one number, by which events are ordered.</summary>
    public long Id => IdOf(Block.Number, LogIndex);

    /// <summary>The number of the first event that <paramref name="block"/> could have.</summary>
    public static long IdOf(long block, int logIndex = 0) => (block << PlaceBits) | (long)logIndex;

    /// <summary>The block of an event's number.</summary>
    public static long BlockOf(long id) => id >> PlaceBits;

    /// <summary>The place in its block of an event's number.</summary>
    public static int LogIndexOf(long id) => (int)(id & (MaxLogsPerBlock - 1));

    /// <summary>The event's arguments.</summary>
    /// <exception cref="FormatException">The log is of another event.</exception>
    public TEvent Decode<TEvent>()
        where TEvent : class, IEventDTO, new()
        => Event<TEvent>.DecodeEvent(Log)?.Event ?? throw new FormatException($"The log {LogIndex} of block {Block.Number} is no {typeof(TEvent).Name}.");
}
