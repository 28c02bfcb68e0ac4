using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>
/// The protocol's state in a file, as a cache: read from the chain as far as it is missing, whenever somebody asks. A file of another chain, a
/// damaged one or one that the chain has left behind is made anew. Several processes may use one file; one at a time reads the chain.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="connection">The node.</param>
/// <param name="options">How to follow.</param>
/// <param name="time">The machine's clock.</param>
public sealed class ProtocolIndex(string path, ChainConnection connection, FollowerOptions options, TimeProvider time) : IProtocolSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _refreshing = new(1);
    private Reading? _last;

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Is told, in a sentence for a person, when the file is made anew or somebody else is waited for.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Is told how far it has come.</summary>
    public IProgress<FollowerProgress>? Progress { get; init; }

    /// <summary>The state at the newest block.</summary>
    /// <exception cref="SendingException">As <see cref="ChainFollower.CatchUpAsync"/>; <see cref="ErrorCode.StateUnusable"/>: the file cannot be written.</exception>
    public Task<ProtocolState> ReadAsync(CancellationToken cancellationToken) => ReadAsync(anew: false, cancellationToken);

    /// <summary>The same, with everything read from the chain again.</summary>
    /// <exception cref="SendingException">As <see cref="ReadAsync(CancellationToken)"/>.</exception>
    public Task<ProtocolState> RebuildAsync(CancellationToken cancellationToken) => ReadAsync(anew: true, cancellationToken);

    /// <summary>
    /// The newest block, as this object read the chain at most <paramref name="age"/> ago; it reads it now when that was longer ago. Who asks while
    /// another reads waits for that reading.
    /// </summary>
    /// <exception cref="SendingException">As <see cref="ReadAsync(CancellationToken)"/>.</exception>
    public async ValueTask<IndexedBlock> RefreshAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        if (FindReading(age, time.GetTimestamp()) is { } known)
        {
            return known.Block;
        }

        var asked = time.GetTimestamp();
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            if (FindReading(age, asked) is { } read)
            {
                return read.Block;
            }

            using var state = await ReadAsync(cancellationToken);
            return state.Block;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>The state as it is in the file, without a word to the node; null before this object's first reading.</summary>
    public ProtocolState? Open() => _last is { } last ? ProtocolState.Open(last.File, last.Clock, connection.Deployment.Contracts) : null;

    /// <summary>
    /// Takes the file for a service, which keeps it at the newest block by <see cref="FollowedIndex.RunAsync"/>. Others that want to write it
    /// wait in vain: a service has a file of its own.
    /// </summary>
    /// <param name="patience">How long to wait for somebody who writes it now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateUnusable"/>: somebody else follows into the file, or it cannot be written.</exception>
    public async Task<FollowedIndex> FollowAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken);
        var lease = await FollowerLease.TakeAsync(Path, patience, time, TellWaiting, cancellationToken);
        async Task<SqliteChainStore> OpenAsync(bool anew, CancellationToken token)
        {
            var chain = await connection.GetIdentityAsync(token);
            if (anew)
            {
                Discard("The chain was taken back below what was indexed of it");
            }

            return OpenStore(lease, chain, new ProtocolProjection(clock));
        }

        return await FollowedIndex.OpenAsync(lease, connection, options, time, clock, OpenAsync, cancellationToken);
    }

    /// <summary>The state as it is in the file; null when nothing is indexed.</summary>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.StateOfAnotherChain"/>, <see cref="ErrorCode.StateUnusable"/>: the next reading makes the file anew.
    /// </exception>
    public async Task<ProtocolState?> PeekAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        var identity = await connection.GetIdentityAsync(cancellationToken);
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken);
        return ProtocolState.Open(SqliteChainStore.OpenFile(Path, identity), clock, connection.Deployment.Contracts);
    }

    /// <summary>Removes a file with what lies beside it. Nobody may be using it.</summary>
    public static void Delete(string path)
    {
        StateFile.Delete(path);
        File.Delete(FollowerLease.FileOf(path));
    }

    private async Task<ProtocolState> ReadAsync(bool anew, CancellationToken cancellationToken)
    {
        var identity = connection.GetIdentityAsync(cancellationToken);
        var clock = await new ProtocolReader(connection).GetClockAsync(cancellationToken);
        var projection = new ProtocolProjection(clock);
        using var lease = await FollowerLease.TakeAsync(Path, Patience, time, TellWaiting, cancellationToken);
        if (anew)
        {
            StateFile.Delete(Path);
        }

        var chain = await identity;
        var store = OpenStore(lease, chain, projection);
        var began = time.GetTimestamp();
        try
        {
            try
            {
                await new ChainFollower(connection, store, options, time).CatchUpAsync(Progress, cancellationToken);
            }
            catch (SendingException error) when (error.Code == ErrorCode.ReorgTooDeep)
            {
                store.Dispose();
                Discard("The chain was taken back below what was indexed of it");
                store = OpenStore(lease, chain, projection);
                await new ChainFollower(connection, store, options, time).CatchUpAsync(Progress, cancellationToken);
            }

            var state = ProtocolState.Open(store.File, clock, connection.Deployment.Contracts)!;
            _last = new Reading(state.Block, began, store.File, clock);
            return state;
        }
        finally
        {
            store.Dispose();
        }
    }

    private SqliteChainStore OpenStore(FollowerLease lease, ChainIdentity chain, ProtocolProjection projection)
    {
        try
        {
            return SqliteChainStore.Open(lease, chain, connection.Deployment.Contracts, [projection]);
        }
        catch (SendingException error) when (error.Code is ErrorCode.StateOfAnotherChain or ErrorCode.StateUnusable)
        {
            Discard(error.Code == ErrorCode.StateOfAnotherChain ? "The index was of another chain" : "The index could not be used");
            return SqliteChainStore.Open(lease, chain, connection.Deployment.Contracts, [projection]);
        }
    }

    private void Discard(string why)
    {
        Notice?.Invoke($"{why}; reading the chain anew into {Path}.");
        StateFile.Delete(Path);
    }

    /// <summary>What was read no longer than <paramref name="age"/> before <paramref name="asked"/>, or since.</summary>
    private Reading? FindReading(TimeSpan age, long asked) => _last is { } last && time.GetElapsedTime(last.Began, asked) < age ? last : null;

    private void TellWaiting() => Notice?.Invoke("Waiting for another process that reads the chain …");

    /// <param name="Block">The newest block then.</param>
    /// <param name="Began">When the chain was asked, by the clock's timestamp.</param>
    /// <param name="File">The file.</param>
    /// <param name="Clock">The deployment's epoch clock.</param>
    private sealed record Reading(IndexedBlock Block, long Began, StateFile File, EpochClock Clock);
}
