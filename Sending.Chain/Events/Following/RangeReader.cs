using System.Globalization;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;

namespace Sending.Chain.Events.Following;

/// <summary>
/// Reads final blocks, many at a time: the logs of a range, and the blocks that they are in. A range counts only if it begins where the
/// last one ended and its end is the same block before and after: then all of it was one branch.
/// </summary>
internal sealed class RangeReader(BlockSource source, FollowerOptions options, TimeProvider time)
{
    /// <summary>Some providers leave out what is above a limit and do not say so: their limits are round.</summary>
    private const int RoundLimit = 1_000;

    private const int MostFailures = 5;

    private readonly LogRange _range = new(options);
    private int _failures;

    /// <summary>Reads on from <paramref name="first"/>, at most to <paramref name="final"/>.</summary>
    /// <returns>What to add; null when the provider refused and less is to be asked for.</returns>
    public async Task<BlockBatch?> ReadAsync(IndexedBlock? cursor, long first, long final, CancellationToken cancellationToken)
    {
        var last = Math.Min(final, first + _range.Blocks - 1);
        var ends = await source.GetAllAsync(first == last ? [first] : [first, last], cancellationToken);
        if (cursor is not null && ends[0].ParentHash != cursor.Hash)
        {
            throw new ContradictionException($"Block {first} does not follow the one before it any more.");
        }

        var started = time.GetTimestamp();
        if (await TryGetLogsAsync(first, last, cancellationToken) is not { } logs)
        {
            return null;
        }

        _range.Answered(last - first + 1, logs.Count, time.GetElapsedTime(started));
        var numbers = logs.Select(log => (long)log.BlockNumber.Value).Append(last).Distinct().ToList();
        var blocks = await source.GetAllAsync(numbers, cancellationToken);
        if (blocks[^1].Hash != ends[^1].Hash)
        {
            throw new ContradictionException($"Block {last} was replaced while its logs were read.");
        }

        var events = source.Events(logs, blocks.ToDictionary(block => block.Number)).ToList();
        return new BlockBatch(blocks, events, last);
    }

    private async Task<IReadOnlyList<FilterLog>?> TryGetLogsAsync(long first, long last, CancellationToken cancellationToken)
    {
        var asked = last - first + 1;
        try
        {
            var logs = await source.GetLogsAsync(first, last, cancellationToken);
            _failures = 0;
            if (asked > 1 && logs.Count > 0 && logs.Count % RoundLimit == 0)
            {
                _range.Refused(asked, null);
                return null;
            }

            return logs;
        }
        catch (RpcResponseException error) when (asked > 1)
        {
            _range.Refused(asked, RangeHint.Parse(error.RpcError.Message));
            return null;
        }
        catch (RpcResponseException error)
        {
            throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {source.Urls} refuses to list the events of block {first}: {error.RpcError.Message}",
                new Dictionary<string, string> { ["block"] = first.ToString(CultureInfo.InvariantCulture) },
                error);
        }
        catch (SendingException error) when (error.Code == ErrorCode.NodeUnreachable && asked > 1 && ++_failures < MostFailures)
        {
            // No answer in time, or a proxy's error page: the answer may be too large to come through.
            _range.Refused(asked, null);
            return null;
        }
    }
}
