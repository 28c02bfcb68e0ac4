using Nethereum.JsonRpc.Client;
using Sending.Chain.Errors;
using Sending.Chain.Events.Following;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events;

/// <summary>
/// Reads every event of the deployment's contracts into a store, from the deployment block to the newest, and stays true to the chain: a
/// block's events and the cursor are stored at once, reorganisations are found by the parent's hash and rewound. Final blocks are read in
/// ranges, the newer ones each by its hash. It can be stopped, or killed, at any instruction and goes on where it was.
/// </summary>
/// <param name="connection">The node.</param>
/// <param name="store">Where to; it has one follower.</param>
/// <param name="options">How to ask, and which blocks are final.</param>
/// <param name="time">The machine's clock, for pauses and rates.</param>
public sealed class ChainFollower(ChainConnection connection, IChainStore store, FollowerOptions options, TimeProvider time)
{
    private const int MostContradictions = 20;
    private const int PatienceWithBehind = 3;
    private const int BlocksAtOnce = 32;

    private readonly BlockSource _source = new(connection);
    private readonly RangeReader _ranges = new(new BlockSource(connection), options, time);
    private FollowerHealth _health = new(null, store.Cursor, null, null);

    /// <summary>How it stands.</summary>
    public FollowerHealth Health => Volatile.Read(ref _health);

    /// <summary>Indexes up to the newest block.</summary>
    /// <param name="progress">Is told after each step.</param>
    /// <param name="cancellationToken">Stops between and during requests; what is stored stays.</param>
    /// <returns>The newest block, which is indexed now.</returns>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.ReorgTooDeep"/>: only a rebuild helps. <see cref="ErrorCode.NodeRefused"/>: the provider refuses the logs of even a
    /// single block, keeps contradicting itself, or is behind. <see cref="ErrorCode.NodeUnreachable"/>.
    /// </exception>
    public async Task<IndexedBlock> CatchUpAsync(IProgress<FollowerProgress>? progress, CancellationToken cancellationToken)
    {
        var pace = new Pace(store.Cursor?.Number ?? connection.Deployment.DeployBlock - 1, time);
        for (var contradictions = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var head = await SeeHeadAsync(cancellationToken);
                if (store.Cursor == head)
                {
                    return head;
                }

                var final = await FindFinalAsync(head, cancellationToken);
                var batch = await ReadNextAsync(head, final, cancellationToken);
                if (batch is null)
                {
                    continue;
                }

                store.Append(batch);
                contradictions = 0;
                Update(health => health with { Indexed = store.Cursor, LastProgress = time.GetUtcNow() });
                progress?.Report(pace.Advance(store.Cursor!.Number, head.Number, batch.Events.Count));
            }
            catch (ContradictionException error) when (++contradictions < MostContradictions)
            {
                Update(health => health with { LastError = error.Message });
                await Task.Delay(options.RetryPause, time, cancellationToken);
            }
            catch (ContradictionException error)
            {
                throw new SendingException(
                    ErrorCode.NodeRefused,
                    $"The node at {connection.RpcUrls} keeps contradicting itself: {error.Message} Wait until it has caught up, or use another one.",
                    new Dictionary<string, string> { ["rpcUrl"] = connection.RpcUrls.ToString() },
                    error);
            }
        }
    }

    /// <summary>Follows the chain until it is cancelled. Trouble with the node is told by <see cref="Health"/> and tried again.</summary>
    /// <param name="progress">Is told after each step.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.ReorgTooDeep"/>: only a rebuild helps.</exception>
    public async Task RunAsync(IProgress<FollowerProgress>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await CatchUpAsync(progress, cancellationToken);
                Update(health => health with { LastProgress = time.GetUtcNow(), LastError = null });
            }
            catch (Exception error) when (NodeFailure.Translate(error) is { Code: ErrorCode.NodeUnreachable or ErrorCode.NodeRefused } trouble)
            {
                Update(health => health with { LastError = trouble.Message });
            }

            await Task.Delay(options.PollInterval, time, cancellationToken);
        }
    }

    private Task<BlockBatch?> ReadNextAsync(IndexedBlock head, long final, CancellationToken cancellationToken)
    {
        var next = (store.Cursor?.Number ?? connection.Deployment.DeployBlock - 1) + 1;
        return next > head.Number
            ? throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {connection.RpcUrls} is at block {head.Number}, before the deployment's first block {connection.Deployment.DeployBlock}. Wait until it has caught up.",
                new Dictionary<string, string> { ["rpcUrl"] = connection.RpcUrls.ToString() })
            : next <= final
                ? _ranges.ReadAsync(store.Cursor, next, final, cancellationToken)
                : ReadNewestAsync(next, head.Number, final, cancellationToken);
    }

    /// <summary>Blocks that are not final, one by one: every block is known, so that it can be rewound.</summary>
    private async Task<BlockBatch?> ReadNewestAsync(long next, long head, long final, CancellationToken cancellationToken)
    {
        long[] numbers = [.. Enumerable.Range(0, (int)Math.Min(head - next + 1, BlocksAtOnce)).Select(offset => next + offset)];
        var blocks = new List<IndexedBlock>();
        foreach (var block in await _source.GetAllAsync(numbers, cancellationToken))
        {
            if ((blocks.LastOrDefault() ?? store.Cursor) is { } parent && block.ParentHash != parent.Hash)
            {
                break;
            }

            blocks.Add(block);
        }

        if (blocks.Count == 0)
        {
            throw new ContradictionException($"Block {next} does not follow the one before it any more.");
        }

        try
        {
            return new BlockBatch(blocks, await _source.GetEventsAsync(blocks, cancellationToken), Math.Min(final, blocks[^1].Number));
        }
        catch (RpcResponseException error)
        {
            throw new ContradictionException($"It does not have the logs of a block that it told of ({error.RpcError.Message}).");
        }
    }

    /// <summary>The newest block, after whatever the chain has taken back was rewound.</summary>
    private async Task<IndexedBlock> SeeHeadAsync(CancellationToken cancellationToken)
    {
        for (var behind = 0; ; behind++)
        {
            var head = await _source.GetHeadAsync(cancellationToken);
            Update(health => health with { HeadSeen = head });
            if (store.Cursor is not { } cursor || cursor == head)
            {
                return head;
            }

            var meeting = Math.Min(cursor.Number, head.Number);
            var theirs = meeting == head.Number ? head : await _source.GetAsync(meeting, cancellationToken);
            if (meeting >= store.Final && theirs.Hash != store.FindBlock(meeting)?.Hash)
            {
                await RewindAsync(meeting, cancellationToken);
                return head;
            }

            if (meeting == cursor.Number)
            {
                return head;
            }

            // The node is behind, or its head was taken back: for a moment the one, for longer the other.
            if (behind == PatienceWithBehind)
            {
                GoBackTo(meeting);
                return head;
            }

            await Task.Delay(options.RetryPause, time, cancellationToken);
        }
    }

    private void GoBackTo(long number)
    {
        if (number < store.Final && options.Finality != Finality.Latest)
        {
            throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {connection.RpcUrls} is behind: its head is block {number}, but block {store.Final} was final already. Wait until it has caught up, or use another one.",
                new Dictionary<string, string> { ["rpcUrl"] = connection.RpcUrls.ToString() });
        }

        if (number < store.Final)
        {
            throw TooDeep();
        }

        store.Rewind(number);
        Update(health => health with { Indexed = store.Cursor });
    }

    /// <summary>Walks back to the newest block that both have.</summary>
    private async Task RewindAsync(long number, CancellationToken cancellationToken)
    {
        while (--number >= Math.Max(store.Final, connection.Deployment.DeployBlock))
        {
            if (store.FindBlock(number) is { } ours && (await _source.GetAsync(number, cancellationToken)).Hash == ours.Hash)
            {
                store.Rewind(number);
                Update(health => health with { Indexed = store.Cursor });
                return;
            }
        }

        throw TooDeep();
    }

    private SendingException TooDeep() => new(
        ErrorCode.ReorgTooDeep,
        $"The chain was reorganised below block {store.Final}, which counted as final: what is indexed does not belong to it any more. "
        + "Rebuild the index (`sending-cli index rebuild`; a service removes its index file). If it was no development node, ask what happened to the chain first.",
        new Dictionary<string, string> { ["final"] = $"{store.Final}" });

    private async Task<long> FindFinalAsync(IndexedBlock head, CancellationToken cancellationToken)
    {
        var told = options.Finality == Finality.Latest ? head : await _source.FindFinalAsync(options.Finality, cancellationToken);
        return Math.Max(store.Final, Math.Max(Math.Min(told?.Number ?? -1, head.Number), head.Number - options.MaxReorgDepth));
    }

    private void Update(Func<FollowerHealth, FollowerHealth> change) => Volatile.Write(ref _health, change(_health));
}
