using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Sending.Chain.Http.Login;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;
using Sending.Edge.Relay;

namespace Sending.Edge.Api;

/// <summary>One socket of a client: answers come in the order of its messages, deliveries between them.</summary>
internal sealed class SocketSession(LoginSession session, SocketChannel channel, EnvelopeRelay relay, Mailboxes mailboxes, RateGuard rates, ApiOptions options, TimeProvider time)
{
    // So much may be asked without having been answered; then nothing more is read.
    private const int MostPending = 256;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(2);

    private readonly Channel<Func<Task>> _answers = Channel.CreateBounded<Func<Task>>(MostPending);
    private readonly InFlight _inFlight = new();
    private long _epoch = -1;
    private bool _isReminded;

    /// <summary>Serves until the client closes, misbehaves or is gone, or the token ends.</summary>
    /// <exception cref="SocketRefusedException">It misbehaves.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource(TimeSpan.FromTicks(Math.Max(0, (session.Expires - time.GetUtcNow()).Ticks)), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended.Token);
        using var watch = mailboxes.Watch(session.Did, _inFlight.Remove);
        Task[] parts = [ReadAsync(watch, stop.Token), AnswerAsync(stop.Token), session.Payer is null ? Task.Delay(Timeout.Infinite, stop.Token) : DeliverAsync(watch, stop.Token)];
        try
        {
            // What was asked before the client closed is done and answered.
            await await Task.WhenAny(parts);
            await parts[1];
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            throw new SocketRefusedException(WebSocketCloseStatus.PolicyViolation, "The bearer token has ended. Log in again.");
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(MailboxWatch watch, CancellationToken cancellationToken)
    {
        while (await channel.ReadAsync(cancellationToken) is { } bytes)
        {
            Func<Task> answer;
            try
            {
                rates.RequireRequest(session.Did);
                answer = await BeginAsync(WireObject.Read(bytes, ClientMessage.Read), watch, cancellationToken);
            }
            catch (Exception error) when (Requests.Translate(error) is { } refusal)
            {
                answer = () => TellAsync(refusal, cancellationToken);
            }

            await _answers.Writer.WriteAsync(answer, cancellationToken);
        }

        _answers.Writer.TryComplete();
    }

    /// <summary>Begins what a message asks for, and returns how to answer it.</summary>
    private async Task<Func<Task>> BeginAsync(ClientMessage message, MailboxWatch watch, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case ClientMessage.Send send:
                Task<AccountStatus> sending;
                try
                {
                    sending = await relay.BeginSendAsync(session, send.Envelope, send.Home, cancellationToken);
                }
                catch (Exception error) when (Requests.Translate(error) is not null)
                {
                    sending = Task.FromException<AccountStatus>(error);
                }

                // Of what waits to be answered nothing large is kept, or a client that does not read could fill the memory.
                var (id, units) = (send.Envelope.Id, send.Envelope.Units);
                return () => AnswerSendAsync(id, units, sending, cancellationToken);
            case ClientMessage.Acknowledge acknowledge:
                var ending = relay.AcknowledgeAsync(session, acknowledge.Keys, cancellationToken);
                return async () =>
                {
                    var (_, account) = await ending;
                    await channel.SendAsync("acknowledged", new JsonObject { ["ids"] = RelayJson.Of(acknowledge.Keys) }, cancellationToken);
                    await RemindAsync(account, cancellationToken);
                };
            case ClientMessage.Receipt receipt:
                var taking = relay.TakeReceiptAsync(session, receipt.Signed, cancellationToken);
                return async () =>
                {
                    await TellAsync(await taking, cancellationToken);
                    watch.Wake();
                };
            case ClientMessage.AskAccount:
                return async () => await TellAsync(await relay.GetAccountAsync(session, cancellationToken), cancellationToken);
            default:
                return () => channel.SendAsync("pong", [], cancellationToken);
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        await foreach (var answer in _answers.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await answer();
            }
            catch (Exception error) when (Requests.Translate(error) is { } refusal)
            {
                await TellAsync(refusal, cancellationToken);
            }
        }
    }

    private async Task AnswerSendAsync(string id, int units, Task<AccountStatus> sending, CancellationToken cancellationToken)
    {
        try
        {
            var account = await sending;
            await channel.SendAsync("accepted", new JsonObject { ["id"] = id, ["units"] = units }, cancellationToken);
            await RemindAsync(account, cancellationToken);
        }
        catch (Exception error) when (Requests.Translate(error) is { } refusal)
        {
            await channel.SendAsync("refused", new JsonObject { ["id"] = id, ["problem"] = refusal.ToJson() }, cancellationToken);
        }
    }

    private async Task DeliverAsync(MailboxWatch watch, CancellationToken cancellationToken)
    {
        var after = 0L;
        ProblemCode? told = null;
        while (true)
        {
            IReadOnlyList<Delivery> found = [];
            try
            {
                var room = options.InFlight - _inFlight.Count;
                found = room > 0 ? await relay.ListAsync(session, after, room, _inFlight.Units, cancellationToken) : [];
                told = null;
            }
            catch (Exception error) when (Requests.Translate(error) is { } refusal)
            {
                // Said once; the client is not served before that changes.
                if (told != refusal.Code)
                {
                    await TellAsync(refusal, cancellationToken);
                    told = refusal.Code;
                }
            }

            foreach (var delivery in found)
            {
                _inFlight.Add(delivery);
                await channel.SendAsync(delivery, cancellationToken);
                after = delivery.Sequence;
            }

            if (found.Count == 0)
            {
                await watch.WaitAsync(s_poll, cancellationToken);
            }
        }
    }

    /// <summary>Tells how the client stands when half of the window is used, once, or the epoch is another one.</summary>
    private async Task RemindAsync(AccountStatus account, CancellationToken cancellationToken)
    {
        var isDue = account.Outstanding * 2 >= account.Window;
        if ((isDue && !_isReminded) || (account.Epoch != _epoch && _epoch >= 0))
        {
            await TellAsync(account, cancellationToken);
        }

        (_epoch, _isReminded) = (account.Epoch, isDue);
    }

    private Task TellAsync(Refusal refusal, CancellationToken cancellationToken)
        => channel.SendAsync("problem", new JsonObject { ["problem"] = refusal.ToJson() }, cancellationToken);

    private Task TellAsync(AccountStatus account, CancellationToken cancellationToken)
    {
        (_epoch, _isReminded) = (account.Epoch, account.Outstanding * 2 >= account.Window);
        return channel.SendAsync("account", RelayJson.Of(account), cancellationToken);
    }
}
