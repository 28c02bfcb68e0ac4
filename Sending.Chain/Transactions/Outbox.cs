using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Nethereum.RPC.Accounts;
using Nethereum.Util;
using Nethereum.Web3.Accounts;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Reverts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>
/// The only way by which transactions leave. An intent is recorded before anything is sent, and brought about at most once: whatever dies at
/// whatever moment, whoever runs it again finds what is open and goes on. Several processes may share the file. Outcomes are looked up on the chain.
/// </summary>
public sealed class Outbox : IDisposable
{
    private const int SqliteBusy = 5;
    private const int SqliteConstraint = 19;

    private readonly ChainConnection _connection;
    private readonly OutboxStore _store;
    private readonly OutboxOptions _options;
    private readonly TimeProvider _time;
    private readonly RevertDecoder _reverts;
    private readonly ConcurrentDictionary<string, IAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SenderDesk> _desks = new();
    private readonly Signal _recorded = new();
    private readonly Signal _changed = new();

    private Outbox(ChainConnection connection, OutboxStore store, OutboxOptions options, TimeProvider time)
        => (_connection, _store, _options, _time, _reverts) = (connection, store, options, time, new RevertDecoder(connection));

    /// <summary>Told of every change of an intent by this process.</summary>
    public event Action<OutboxEntry>? Changed;

    /// <summary>What kept the last round of <see cref="RunAsync"/> from its work; null when nothing did.</summary>
    public SendingException? Trouble { get; private set; }

    /// <summary>Told of each moment at which a process could die; for tests.</summary>
    internal Action<OutboxPoint>? At { get; set; }

    /// <summary>Opens or creates an outbox.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="connection">The chain; the file is refused for another.</param>
    /// <param name="time">Measures waiting.</param>
    /// <param name="options">The defaults, which are for services, when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateOfAnotherChain"/>, <see cref="ErrorCode.StateUnusable"/>.</exception>
    public static async Task<Outbox> OpenAsync(
        string path,
        ChainConnection connection,
        TimeProvider time,
        OutboxOptions? options,
        CancellationToken cancellationToken)
        => new(connection, OutboxStore.OpenFile(path, await connection.GetIdentityAsync(cancellationToken)), options ?? new OutboxOptions(), time);

    /// <summary>Hands an account over for signing. Intents of accounts that nobody handed over wait.</summary>
    public void Load(IAccount account)
    {
        _accounts[account.Address] = account;
        _recorded.Set();
    }

    /// <inheritdoc cref="Load(IAccount)"/>
    public void Load(UnlockedAccount account) => Load(new Account(account.Key, _connection.Deployment.ChainId));

    /// <summary>Records an intent, before anything is sent; <see cref="RunAsync"/> brings it about.</summary>
    /// <returns>The intent as it stands; when the key was recorded before, with what became of it.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.IntentConflict"/>: the key stands for another call.</exception>
    public OutboxEntry Enqueue(TransactionIntent intent)
    {
        if (intent.Key.Length is 0 or > TransactionIntent.MaxKeyLength)
        {
            throw new SendingException(ErrorCode.InvalidInput, $"The key of a transaction has 1 to {TransactionIntent.MaxKeyLength} characters.");
        }

        var checksummed = AddressUtil.Current.ConvertToChecksumAddress(intent.Call.From);
        var entry = _store.Record(intent with { Call = intent.Call with { From = checksummed } }, _time.GetUtcNow());
        At?.Invoke(OutboxPoint.Recorded);
        _recorded.Set();
        Tell(entry);
        return entry;
    }

    /// <summary>Withdraws an intent that has not been sent.</summary>
    /// <returns>False when it is too late: it may be mined at any time.</returns>
    public async Task<bool> CancelAsync(string key, CancellationToken cancellationToken)
        => Find(key) is { } entry
            && await DeskOf(entry.Call.From).WithdrawAsync(key, new SendingException(ErrorCode.Cancelled, "Withdrawn before it was sent; nothing happened."), cancellationToken);

    /// <summary>Waits until an intent has come so far, or has ended otherwise. Something must run the outbox meanwhile, here or in another process.</summary>
    /// <exception cref="ArgumentException">No intent has the key.</exception>
    public async Task<OutboxEntry> WaitAsync(string key, OutboxState state, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = _changed.WaitAsync(_options.LongestPoll, _time, cancellationToken);
            var entry = Find(key) ?? throw new ArgumentException($"No transaction has the key \"{key}\".", nameof(key));
            if (entry.Ended || entry.State >= state)
            {
                return entry;
            }

            await changed;
        }
    }

    /// <summary>Brings about everything that is open, and what is recorded later, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = _options.ShortestPoll;
        while (true)
        {
            var recorded = _recorded.WaitAsync(pause, _time, cancellationToken);
            var before = _changed.Count;
            var troubles = await Task.WhenAll(_store.ListSenders().Select(sender => TryTurnAsync(sender, cancellationToken)));
            Trouble = troubles.FirstOrDefault(trouble => trouble is not null);
            pause = NextPause(pause, moved: _changed.Count != before);
            if (await recorded)
            {
                pause = _options.ShortestPoll;
            }
        }
    }

    /// <summary>One shot: records an intent and brings it about.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="account">Its sender.</param>
    /// <param name="progress">Told of each change.</param>
    /// <param name="cancellationToken">Withdraws it while nothing is sent; stops waiting afterwards.</param>
    /// <returns>The transaction, mined and succeeded.</returns>
    /// <exception cref="SendingException">
    /// With nothing sent: <see cref="ErrorCode.Reverted"/>, <see cref="ErrorCode.CheckFailed"/>, <see cref="ErrorCode.DeadlinePassed"/>, <see cref="ErrorCode.NodeRefused"/>,
    /// <see cref="ErrorCode.NodeUnreachable"/>. After sending, with <c>details["transactionHash"]</c>: <see cref="ErrorCode.RevertedAfterSending"/>;
    /// <see cref="ErrorCode.ReceiptTimeout"/>, <see cref="ErrorCode.NodeUnreachable"/>, <see cref="ErrorCode.NodeRefused"/> or <see cref="ErrorCode.Interrupted"/>, and it stays open.
    /// </exception>
    public async Task<TransactionResult> SendAsync(
        TransactionIntent intent,
        UnlockedAccount account,
        IProgress<OutboxEntry>? progress,
        CancellationToken cancellationToken)
    {
        Load(account);
        void Forward(OutboxEntry entry)
        {
            if (entry.Key == intent.Key)
            {
                progress?.Report(entry);
            }
        }

        Changed += Forward;
        try
        {
            Enqueue(intent);
            return await new OutboxErrand(this, _store, _connection, _reverts, _options, _time).RunAsync(intent.Key, cancellationToken);
        }
        finally
        {
            Changed -= Forward;
        }
    }

    /// <summary>Follows an open intent until it is mined, as <see cref="SendAsync"/> does.</summary>
    public Task<TransactionResult> SettleAsync(string key, CancellationToken cancellationToken)
        => new OutboxErrand(this, _store, _connection, _reverts, _options, _time).RunAsync(key, cancellationToken);

    /// <summary>An intent; null when no one has the key.</summary>
    public OutboxEntry? Find(string key) => _store.Find(key);

    /// <summary>The intent that a transaction belongs to, by the hash of any of its attempts; null when there is none.</summary>
    public OutboxEntry? FindByHash(string hash) => _store.FindByHash(hash);

    /// <summary>Intents that have not ended, oldest first.</summary>
    /// <param name="sender">Only this account's; null for all.</param>
    public IReadOnlyList<OutboxEntry> ListOpen(string? sender = null)
        => _store.ListOpen(sender is null ? null : AddressUtil.Current.ConvertToChecksumAddress(sender));

    /// <summary>The newest intents, newest first.</summary>
    public IReadOnlyList<OutboxEntry> ListRecent(int count) => _store.ListRecent(count);

    /// <summary>How many intents are in each state, for metrics.</summary>
    public IReadOnlyDictionary<OutboxState, int> CountByState() => _store.CountByState();

    /// <summary>Closes the file. What is open stays open, for whoever opens it next.</summary>
    public void Dispose()
    {
        foreach (var desk in _desks.Values)
        {
            desk.Dispose();
        }

        _store.Release();
    }

    internal TimeSpan NextPause(TimeSpan pause, bool moved)
        => moved ? _options.ShortestPoll : TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, _options.LongestPoll.Ticks));

    internal SenderDesk DeskOf(string sender) => _desks.GetOrAdd(
        sender,
        name => new SenderDesk(
            new SenderContext(name, _connection, _store, new Simulation(_connection, _reverts), _options, _time, _accounts.GetValueOrDefault, Tell, point => At?.Invoke(point)),
            _time));

    /// <returns>What kept the turn from its work; null when nothing did.</returns>
    private async Task<SendingException?> TryTurnAsync(string sender, CancellationToken cancellationToken)
    {
        try
        {
            await DeskOf(sender).TakeTurnAsync(cancellationToken);
            return null;
        }
        catch (Exception error) when (NodeFailure.Translate(error) is { } trouble)
        {
            return trouble;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SqliteBusy or SqliteConstraint)
        {
            // Another process was quicker; the next turn sees what it did.
            return new SendingException(ErrorCode.StateUnusable, $"The outbox {_store.Path} is busy: {error.Message}", null, error);
        }
    }

    private void Tell(OutboxEntry entry)
    {
        _changed.Set();
        Changed?.Invoke(entry);
    }
}
