using Sending.Chain.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Transactions;

/// <summary>
/// Does an account's turns: one look at the chain and everything that follows from it. Turns of one account never overlap, in this process or in
/// another that has the same file; the system frees the lock when its holder dies.
/// </summary>
internal sealed class SenderDesk : IDisposable
{
    private readonly SenderContext _context;
    private readonly TimeProvider _time;
    private readonly Settlement _settlement;
    private readonly Upkeep _upkeep;
    private readonly Dispatch _dispatch;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _lockFile;
    private long? _hole;

    public SenderDesk(SenderContext context, TimeProvider time)
    {
        (_context, _time) = (context, time);
        var courier = new Courier(context);
        _settlement = new Settlement(context);
        _upkeep = new Upkeep(context, courier);
        _dispatch = new Dispatch(context, courier);
        _lockFile = $"{context.Store.Path}-{context.Sender.ToLowerInvariant()}.lock";
    }

    /// <summary>Takes a turn.</summary>
    /// <returns>False when another process is at it.</returns>
    /// <exception cref="SendingException">The node cannot be asked; what was not done is done by a later turn.</exception>
    public Task<bool> TakeTurnAsync(CancellationToken cancellationToken) => InTurnAsync(TurnAsync, cancellationToken);

    /// <summary>Withdraws an intent that no node has seen.</summary>
    /// <returns>False when it is too late.</returns>
    public async Task<bool> WithdrawAsync(string key, SendingException failure, CancellationToken cancellationToken)
    {
        var withdrawn = false;
        while (!await InTurnAsync(
            _ =>
            {
                withdrawn = Withdraw(key, failure);
                return Task.CompletedTask;
            },
            cancellationToken))
        {
            await Task.Delay(_context.Options.ShortestPoll, _time, cancellationToken);
        }

        return withdrawn;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> InTurnAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var taken = PrivateFile.TryLock(_lockFile);
            if (taken is null)
            {
                return false;
            }

            await work(cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var open = _context.Store.ListOpen(_context.Sender);
        _context.Keep(open);
        if (open.Count == 0)
        {
            return;
        }

        var view = await _context.Chain.LookAsync(cancellationToken);
        var market = new Lazy<Task<FeeMarket>>(async () => new FeeMarket(
            view.Head.BaseFee,
            await _context.Simulation.SuggestTipAsync(TransactionPlanner.FallbackTip, cancellationToken)));
        open = await _settlement.SettleAsync(open, view, cancellationToken);
        open = await _upkeep.HelpAsync(open, view, market, cancellationToken);
        await _dispatch.SendAsync(open, view, market, cancellationToken);
        await FillHoleAsync(open, view, cancellationToken);
    }

    private bool Withdraw(string key, SendingException failure)
    {
        if (_context.Store.Find(key) is not { State: OutboxState.Recorded or OutboxState.Signed } entry)
        {
            return false;
        }

        if (entry.State == OutboxState.Recorded)
        {
            return _context.Store.End(entry, failure) is { } ended && _context.Report(ended) is not null;
        }

        // With others behind it, its nonce is used up by the turns that follow.
        _ = Upkeep.IsHighest(entry, _context.Store.ListOpen(_context.Sender)) ? _upkeep.Withdraw(entry, failure) : _context.Report(_context.Store.GiveUp(entry, failure));
        return true;
    }

    /// <summary>
    /// A nonce below those that are out, which neither this outbox nor the node's pool has anything for: another wallet's transaction was lost. The
    /// next intent takes it; when there is none, nothing is sent to oneself.
    /// </summary>
    private async Task FillHoleAsync(List<OutboxEntry> open, SenderView view, CancellationToken cancellationToken)
    {
        var waiting = open.Where(entry => entry.State is OutboxState.Signed or OutboxState.Sent && entry.Nonce >= view.Count).ToList();
        if (waiting.Count == 0 || waiting.Exists(entry => entry.Nonce == view.Count) || await _context.Chain.CountPendingAsync(cancellationToken) > view.Count)
        {
            _hole = null;
            return;
        }

        _hole ??= _time.GetTimestamp();
        if (_time.GetElapsedTime(_hole.Value) >= _context.Options.GapPatience && !open.Exists(entry => entry.State == OutboxState.Recorded))
        {
            _hole = null;
            var nothing = TransactionCall.Transfer(_context.Sender, _context.Sender, 0) with { Function = "fill the gap" };
            _context.Report(_context.Store.Record(new TransactionIntent($"gap/{_context.Sender}/{view.Count}/{Guid.NewGuid():N}", nothing), _time.GetUtcNow()));
        }
    }
}
