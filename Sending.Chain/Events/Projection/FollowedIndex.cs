using Microsoft.Data.Sqlite;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events.Projection;

/// <summary>
/// An index that a service keeps at the newest block for as long as it runs, and that any number of threads read meanwhile. Nobody else writes
/// the file until it is disposed of. See <see cref="ProtocolIndex.FollowAsync"/>.
/// </summary>
public sealed class FollowedIndex : IProtocolSource, IDisposable
{
    private readonly FollowerLease _lease;
    private readonly ChainConnection _connection;
    private readonly EpochClock _clock;
    private readonly Func<bool, CancellationToken, Task<SqliteChainStore>> _openStore;
    private readonly FollowerOptions _options;
    private readonly TimeProvider _time;
    private Following? _following;

    private FollowedIndex(
        FollowerLease lease,
        ChainConnection connection,
        EpochClock clock,
        FollowerOptions options,
        TimeProvider time,
        Func<bool, CancellationToken, Task<SqliteChainStore>> openStore,
        SqliteChainStore store)
    {
        (_lease, _connection, _clock, _options, _time, _openStore) = (lease, connection, clock, options, time, openStore);
        _following = Follow(store);
    }

    /// <summary>How it stands.</summary>
    public FollowerHealth Health => Volatile.Read(ref _following)?.Follower.Health ?? new FollowerHealth(null, null, null, "The chain was taken back below what was final; it is read anew.");

    /// <summary>Follows the chain until it is cancelled. Trouble with the node is told by <see cref="Health"/> and tried again; a chain that was taken back below what was final is read anew.</summary>
    /// <param name="progress">Is told after each step.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateUnusable"/>: the file cannot be written.</exception>
    public async Task RunAsync(IProgress<FollowerProgress>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var following = _following ??= Follow(await ReopenAsync(cancellationToken));
            try
            {
                await following.Follower.RunAsync(progress, cancellationToken);
            }
            catch (SendingException error) when (error.Code == ErrorCode.ReorgTooDeep)
            {
                Volatile.Write(ref _following, null);
                following.Store.Dispose();
            }
        }
    }

    /// <summary>The newest block that is indexed, however old it is: the host tells that by <see cref="Health"/>.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateUnusable"/>: nothing is indexed yet.</exception>
    public ValueTask<IndexedBlock> RefreshAsync(TimeSpan age, CancellationToken cancellationToken) => Health is { Indexed: { } block }
        ? ValueTask.FromResult(block)
        : throw new SendingException(ErrorCode.StateUnusable, $"Nothing of the chain is read yet.{(Health.LastError is { } error ? " " + error : "")}");

    /// <inheritdoc/>
    public ProtocolState? Open()
    {
        if (Volatile.Read(ref _following) is not { } following)
        {
            return null;
        }

        try
        {
            return ProtocolState.Open(following.Store.File, _clock, _connection.Deployment.Contracts);
        }
        catch (SqliteException error)
        {
            throw new SendingException(ErrorCode.StateUnusable, $"The index {following.Store.File.Path} cannot be read: {error.Message}", null, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _following?.Store.Dispose();
        _lease.Dispose();
    }

    /// <param name="lease">The right to write; goes over to the index, and is given back when it cannot be opened.</param>
    /// <param name="connection">The node.</param>
    /// <param name="options">How to follow.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="clock">The epoch clock.</param>
    /// <param name="openStore">Opens the store; anew, when it is told so.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<FollowedIndex> OpenAsync(
        FollowerLease lease,
        ChainConnection connection,
        FollowerOptions options,
        TimeProvider time,
        EpochClock clock,
        Func<bool, CancellationToken, Task<SqliteChainStore>> openStore,
        CancellationToken cancellationToken)
    {
        try
        {
            return new FollowedIndex(lease, connection, clock, options, time, openStore, await openStore(false, cancellationToken));
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private Following Follow(SqliteChainStore store) => new(store, new ChainFollower(_connection, store, _options, _time));

    private async Task<SqliteChainStore> ReopenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await _openStore(true, cancellationToken);
            }
            catch (Exception error) when (NodeFailure.Translate(error) is { Code: ErrorCode.NodeUnreachable or ErrorCode.NodeRefused })
            {
                // Until the node tells which chain it is now, there is nothing to follow.
                await Task.Delay(_options.PollInterval, _time, cancellationToken);
            }
        }
    }

    private sealed record Following(SqliteChainStore Store, ChainFollower Follower);
}
