using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay;

/// <summary>
/// A client that stays connected to an Edge: sends and receives over a WebSocket, acknowledges what the inbox has taken, signs the receipts that are due,
/// and connects again, with back-off, whenever it has to. Sending may be asked for by many at once.
/// </summary>
/// <param name="http">Logs in; best without redirects.</param>
/// <param name="target">The Edge.</param>
/// <param name="account">Who talks to it.</param>
/// <param name="journal">What was sent, acknowledged and signed.</param>
/// <param name="inbox">Where envelopes go.</param>
/// <param name="time">The machine's clock.</param>
public sealed class RelayClient(HttpClient http, EdgeTarget target, EdgeAccount account, IRelayJournal journal, IInbox inbox, TimeProvider time)
{
    // Then it is not paid for because somebody else uses the same signer.
    private const int MostRefusals = 3;
    private const int FarewellRounds = 5;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(20);

    private readonly EdgeHttp _http = new(http, target.Url, time);
    private readonly ReceiptSigner _signer = new(target.Deployment, target.Owner, account, journal);
    private readonly PendingSends _pending = new();
    private readonly SemaphoreSlim _work = new(0, 1);
    private readonly Lock _turn = new();
    private string? _token;
    private long _window = 1;
    private long _epoch = -1;

    // What the Edge has served ahead, or will have when what is out arrives.
    private long _ahead;
    private int _awaited;
    private volatile bool _isHeld;
    private volatile SendingException? _trouble;
    private volatile bool _isConnected;

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>Why it is not connected, or not served; null when all is well.</summary>
    public SendingException? Trouble => _trouble;

    /// <summary>The epoch that the Edge named last; -1 before it did.</summary>
    public long Epoch => Interlocked.Read(ref _epoch);

    /// <summary>Sends an envelope; when this returns, the Edge has it on its disk. It waits for a connection, see <see cref="RunAsync"/>.</summary>
    /// <param name="envelope">From the account's DID.</param>
    /// <param name="home">Owner of an Edge at which the recipient is at home; null when none is known.</param>
    /// <param name="cancellationToken">Gives up waiting; the envelope may be sent all the same.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.EdgeRefused"/>: the Edge does not take it.</exception>
    public async Task SendAsync(Envelope envelope, Did? home, CancellationToken cancellationToken)
    {
        var pending = _pending.Add(envelope, home);
        Wake();
        await pending.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Stays connected until it is cancelled; then signs what is due, and closes.</summary>
    /// <exception cref="SendingException">The Edge is another one, or does not let the account in: trying again does not help.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(() => failures = 0, cancellationToken);
            }
            catch (SendingException error) when (error.Code == ErrorCode.EdgeUnreachable || error.IsLoggedOut() || error.Is("too-many-requests") || error.Is("too-many-sockets") || error.Is("too-many-logins"))
            {
                _trouble = error;
                _token = error.IsLoggedOut() ? null : _token;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            var wait = s_firstWait * Math.Pow(2, Math.Min(failures++, 8));
            wait = (wait < s_longestWait ? wait : s_longestWait) * (0.5 + (Random.Shared.NextDouble() / 2));
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Connects once, and stays connected until it is cancelled, as <see cref="RunAsync"/> does, or until the connection ends.</summary>
    /// <param name="connected">Told when it is connected.</param>
    /// <param name="cancellationToken">Lets it sign what is due, and close.</param>
    /// <exception cref="SendingException">There is no connection, or it has ended.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task ServeAsync(Action connected, CancellationToken cancellationToken)
    {
        var info = await _http.GetInfoAsync(cancellationToken);
        target.Check(info);
        Interlocked.Exchange(ref _window, info.Window);
        Interlocked.Exchange(ref _epoch, info.Epoch);
        _token ??= await _http.LogInAsync(account, target.Deployment.ChainId, cancellationToken);
        using var socket = await RelaySocket.OpenAsync(_http.Url, _token, cancellationToken);
        using var stop = new CancellationTokenSource();
        try
        {
            _pending.ReturnAll();
            (_isConnected, _trouble, _isHeld) = (true, null, false);
            Interlocked.Exchange(ref _ahead, 0);
            Interlocked.Exchange(ref _awaited, 0);
            connected();

            // Of another process there may be receipts due.
            await AskAccountAsync(socket, cancellationToken);
            var reading = ReadAllAsync(socket, stop.Token);
            var sending = SendAllAsync(socket, stop.Token);
            await Task.WhenAny(reading, sending, Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken));
            if (cancellationToken.IsCancellationRequested && !reading.IsCompleted)
            {
                await SayFarewellAsync(socket, reading, stop.Token);
            }

            await stop.CancelAsync();
            await Task.WhenAll(reading, sending);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // One of the two has ended first, or all is said.
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            _isConnected = false;
            await stop.CancelAsync();
        }
    }

    /// <summary>Signs what is due, as far as that is quick.</summary>
    private async Task SayFarewellAsync(RelaySocket socket, Task reading, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(s_farewell, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            // What arrived last may be acknowledged only after the first round.
            for (var round = 0; round < FarewellRounds && (round == 0 || await journal.GetUnpaidAsync(_signer.Line, either.Token) > 0); round++)
            {
                await AskAccountAsync(socket, either.Token);
                do
                {
                    await Task.Delay(s_glance, time, either.Token);
                }
                while (Volatile.Read(ref _awaited) > 0 && !reading.IsCompleted);
            }

            await socket.CloseAsync(either.Token);
            await reading.WaitAsync(either.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or SendingException)
        {
            // What was not signed is due the next time.
        }
    }

    private async Task ReadAllAsync(RelaySocket socket, CancellationToken cancellationToken)
    {
        while (await socket.ReadAsync(cancellationToken) is { } bytes)
        {
            EdgeMessage message;
            try
            {
                message = WireObject.Read(bytes, EdgeMessage.Read);
            }
            catch (FormatException error)
            {
                throw EdgeProblem.Unreachable(target.Url, $"its message cannot be read: {error.Message}", error);
            }

            await HandleAsync(socket, message, cancellationToken);
        }

        throw EdgeProblem.Unreachable(target.Url, "it has closed the connection");
    }

    private async Task HandleAsync(RelaySocket socket, EdgeMessage message, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case EdgeMessage.Accepted accepted:
                _pending.Remove(accepted.Id)?.Done.TrySetResult();
                break;
            case EdgeMessage.Refused refused:
                await RefuseAsync(socket, refused, cancellationToken);
                break;
            case EdgeMessage.Deliver deliver:
                await ReceiveAsync(socket, deliver.Delivery, cancellationToken);
                break;
            case EdgeMessage.Account told:
                await PayAsync(socket, told.Status, cancellationToken);
                break;
            case EdgeMessage.Problem { Refusal.Code: "payment-required" }:
                await AskAccountAsync(socket, cancellationToken);
                break;
            case EdgeMessage.Problem problem:
                Interlocked.Decrement(ref _awaited);
                _trouble = EdgeProblem.Of(target.Url, problem.Refusal);
                break;
        }
    }

    private async Task PayAsync(RelaySocket socket, AccountStatus status, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _window, status.Window);
        Interlocked.Exchange(ref _epoch, status.Epoch);
        var open = status.Outstanding;
        foreach (var receipt in await _signer.SignAsync(status, cancellationToken))
        {
            open -= receipt.Units - status.Due.Single(due => due.Epoch == receipt.Epoch).Receipted;
            Interlocked.Increment(ref _awaited);
            await socket.SendAsync("receipt", RelayJson.Of(receipt), cancellationToken);
        }

        Interlocked.Exchange(ref _ahead, open + _pending.OutUnits);
        Interlocked.Decrement(ref _awaited);
        _isHeld = false;
        Wake();
    }

    private Task AskAccountAsync(RelaySocket socket, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _awaited);
        return socket.SendAsync("account", [], cancellationToken);
    }

    private async Task RefuseAsync(RelaySocket socket, EdgeMessage.Refused refused, CancellationToken cancellationToken)
    {
        if (refused.Refusal.Code == "payment-required" && _pending.Return(refused.Id) is { } again && ++again.Refusals < MostRefusals)
        {
            // The account comes, receipts go, and then the envelope again.
            _isHeld = true;
            await AskAccountAsync(socket, cancellationToken);
        }
        else if (_pending.Remove(refused.Id) is { } ended)
        {
            await journal.UncountAsync(_signer.Line, new EnvelopeKey(ended.Envelope.From, ended.Envelope.Id), cancellationToken);
            ended.Done.TrySetException(EdgeProblem.Of(target.Url, refused.Refusal));
        }
    }

    private async Task ReceiveAsync(RelaySocket socket, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await inbox.AddAsync(delivery.Envelope, cancellationToken) == InboxVerdict.Unwanted)
        {
            return;
        }

        var key = new EnvelopeKey(delivery.Envelope.From, delivery.Envelope.Id);
        var forgetAt = time.GetUtcNow().AddSeconds(delivery.Envelope.Ttl) + EdgeSession.Remembered;
        await journal.CountAsync(_signer.Line, true, key, delivery.Units, forgetAt, cancellationToken);
        Interlocked.Add(ref _ahead, delivery.Units);
        await socket.SendAsync("acknowledge", new JsonObject { ["ids"] = RelayJson.Of([key]) }, cancellationToken);
    }

    private async Task SendAllAsync(RelaySocket socket, CancellationToken cancellationToken)
    {
        var hasAsked = false;
        while (true)
        {
            var mustPay = false;
            var room = hasAsked && _pending.OutUnits == 0 ? long.MaxValue : Interlocked.Read(ref _window) - Interlocked.Read(ref _ahead);
            if (!_isHeld && _pending.TakeNext(room, out mustPay) is { } next)
            {
                hasAsked = false;
                var forgetAt = time.GetUtcNow().AddSeconds(next.Envelope.Ttl) + EdgeSession.Remembered;
                await journal.CountAsync(_signer.Line, false, new EnvelopeKey(next.Envelope.From, next.Envelope.Id), next.Envelope.Units, forgetAt, cancellationToken);
                Interlocked.Add(ref _ahead, next.Envelope.Units);
                await socket.SendAsync(next.Envelope, next.Home?.ToString(), cancellationToken);
                continue;
            }

            if (mustPay && !hasAsked)
            {
                // When the answer leaves no room either, the Edge shall say why.
                hasAsked = true;
                await AskAccountAsync(socket, cancellationToken);
            }

            await _work.WaitAsync(cancellationToken);
        }
    }

    private void Wake()
    {
        lock (_turn)
        {
            if (_work.CurrentCount == 0)
            {
                _work.Release();
            }
        }
    }
}
