using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Sending.Chain.Errors;
using Sending.Chain.Storage;

namespace Sending.Edge.Storage;

/// <summary>
/// Writes of many callers, as many as wait in one durable transaction: the disk is asked once for all of them, and each caller goes on when its own
/// write is on it. A write that throws leaves nothing behind and disturbs no other.
/// </summary>
internal sealed class GroupedWriter : IAsyncDisposable
{
    private const int LargestGroup = 512;
    private const int LongestQueue = 4 * LargestGroup;

    private readonly StateFile _file;
    private readonly Channel<Write> _queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Task _writing;

    public GroupedWriter(StateFile file)
    {
        _file = file;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Runs <paramref name="write"/> in a transaction with others; done when that is on the disk.</summary>
    /// <param name="write">Reads and writes, quickly.</param>
    /// <param name="cancellationToken">Gives up while there is no room; what is queued is written.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateUnusable"/>: the disk does not take it.</exception>
    public async Task<T> WriteAsync<T>(Func<PreparedStatements, T> write, CancellationToken cancellationToken)
    {
        var job = new Write<T>(write);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new SendingException(ErrorCode.StateUnusable, "The Edge is stopping. Try again when it is back.");
        }

        return await job.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        using var connection = _file.Connect();
        using var statements = new PreparedStatements(connection);
        var group = new List<Write>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            try
            {
                Commit(connection, statements, group);
            }
            catch (SqliteException error)
            {
                var trouble = new SendingException(ErrorCode.StateUnusable, $"The books {_file.Path} cannot be written: {error.Message}", new Dictionary<string, string> { ["file"] = _file.Path }, error);
                group.ForEach(write => write.Fail(trouble));
            }

            group.ForEach(write => write.Tell());
            group.Clear();
        }
    }

    private static void Commit(SqliteConnection connection, PreparedStatements statements, List<Write> group)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        statements.Transaction = transaction;
        foreach (var write in group)
        {
            statements.Execute("SAVEPOINT write");
            if (!write.Run(statements))
            {
                statements.Execute("ROLLBACK TO write");
            }

            statements.Execute("RELEASE write");
        }

        transaction.Commit();
    }

    private abstract class Write
    {
        /// <summary>Runs it; false when it threw, which only its caller is told.</summary>
        public abstract bool Run(PreparedStatements statements);

        public abstract void Fail(Exception error);

        /// <summary>Lets the caller go on.</summary>
        public abstract void Tell();
    }

    private sealed class Write<T>(Func<PreparedStatements, T> write) : Write
    {
        // The caller must not go on in the writer's own loop.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _error;

        public Task<T> Task => _done.Task;

        public override bool Run(PreparedStatements statements)
        {
            try
            {
                _result = write(statements);
                return true;
            }
            catch (Exception error) when (error is not SqliteException)
            {
                _error = error;
                return false;
            }
        }

        public override void Fail(Exception error) => _error = error;

        public override void Tell()
        {
            if (_error is null)
            {
                _done.SetResult(_result!);
            }
            else
            {
                _done.SetException(_error);
            }
        }
    }
}
