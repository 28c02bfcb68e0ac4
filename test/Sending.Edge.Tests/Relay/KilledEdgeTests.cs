using System.Net;
using System.Text.Json;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Relay;

/// <summary>Edges as processes, killed while envelopes and receipts come in. No power is cut: what the system has, the disk gets.</summary>
[Collection(RelayDevnetGroup.Name)]
public sealed class KilledEdgeTests(RelayDevnet devnet)
{
    private const int MostOut = 16;
    private const int MostAhead = 300;
    private const int BetweenKills = 30;

    [Fact]
    public async Task NothingAcknowledgedIsLostNothingIsShownTwiceAndReceiptsStay()
    {
        var (first, firstProcess) = await devnet.EdgeProcessAsync();
        var (second, secondProcess) = await devnet.EdgeProcessAsync();
        using var one = firstProcess.Start();
        using var other = secondProcess.Start();
        var (alice, carol, bob) = (await devnet.PersonAsync("50", first), await devnet.PersonAsync("50", first), await devnet.PersonAsync("100", second));
        await devnet.NameHomeAsync(bob, second.Did);
        await Task.WhenAll(devnet.CatchUpAsync(one), devnet.CatchUpAsync(other));
        var (sent, sentByHand) = await RelayAsync(alice, carol, bob, (first, one), (second, other));

        // What was sent, and sent again, is charged once, and signed for to the unit.
        foreach (var (person, edge, units) in new[] { (alice, first, sent), (carol, first, sentByHand), (bob, second, sent + sentByHand) })
        {
            var due = Assert.Single((await (await person.LogInAsync(edge)).AccountAsync()).GetProperty("due").EnumerateArray());
            Assert.Equal((units, units), (due.GetProperty("units").GetInt32(), due.GetProperty("receipted").GetInt32()));
        }
    }

    /// <summary>Two send to one through both Edges, which are killed meanwhile; all end in order.</summary>
    /// <returns>How many envelopes of each were acknowledged.</returns>
    private async Task<(int Sent, int ByHand)> RelayAsync(
        TestPerson alice, TestPerson carol, TestPerson bob, (TestEdge Edge, ServiceProcess Process) first, (TestEdge Edge, ServiceProcess Process) second)
    {
        await using var receiver = new TestClient(devnet, second.Edge, bob);
        await using var sender = new TestClient(devnet, first.Edge, alice);
        using var enough = new CancellationTokenSource();
        var (sending, sendingByHand) = (SendAsync(sender, receiver, enough.Token), new SenderByHand(first.Edge, carol, bob.Did).SendAsync(enough.Token));
        foreach (var victim in new[] { first, second, first })
        {
            var before = receiver.Inbox.Count;
            await RelayDevnet.UntilAsync(() => receiver.Inbox.Count >= before + BetweenKills || sending.IsFaulted || sendingByHand.IsFaulted);
            await victim.Process.KillAndStartAsync();
        }

        await enough.CancelAsync();
        var (sent, byHand) = (await sending, await sendingByHand);
        var received = await receiver.ReceiveAsync(sent + byHand);
        Assert.Equal(Enumerable.Range(0, sent), received.Where(each => each.From == alice.Did).Select(RelayClientTests.Number));
        Assert.Equal(Enumerable.Range(0, byHand), received.Where(each => each.From == carol.Did).Select(RelayClientTests.Number));
        Assert.Equal(sent + byHand, received.Count);
        return (sent, byHand);
    }

    /// <summary>Sends until told to end, some at a time, and not far ahead of who receives.</summary>
    /// <returns>How many were acknowledged.</returns>
    private static async Task<int> SendAsync(TestClient sender, TestClient receiver, CancellationToken enough)
    {
        var sent = new List<Task>();
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            sent.Add(sender.Relay.SendAsync(sender.Envelope(receiver.Person.Did, RelayClientTests.Body(number, 200)), null, default));
            if (number >= MostOut)
            {
                await sent[number - MostOut];
                await RelayDevnet.UntilAsync(() => number - receiver.Inbox.Count < MostAhead || enough.IsCancellationRequested);
            }
        }

        await Task.WhenAll(sent);
        return sent.Count;
    }

    /// <summary>A client of plain requests that signs for each envelope, and believes an Edge nothing.</summary>
    private sealed class SenderByHand(TestEdge edge, TestPerson person, Did to)
    {
        private TestSession? _session;
        private long _receipted;

        /// <summary>Sends one after another until told to end.</summary>
        /// <returns>How many were acknowledged.</returns>
        public async Task<int> SendAsync(CancellationToken enough)
        {
            var sent = 0;
            for (; !enough.IsCancellationRequested; sent++)
            {
                var number = sent;
                var envelope = new Chain.Relay.Wire.Envelope(Chain.Relay.Wire.Envelope.NewId(), person.Did, to, 3_600, RelayClientTests.Body(number, 200));
                var answer = await UntilAnsweredAsync(session => session.CallAsync("POST", "/v1/envelopes", session.Envelope(to, envelope.Body.ToArray(), envelope.Id)), HttpStatusCode.Accepted);
                var due = Check(answer.GetProperty("account"), number + 1);
                Check(await UntilAnsweredAsync(session => session.SignAsync(due, number + 1), HttpStatusCode.OK), number + 1);
                _receipted = number + 1;
            }

            return sent;
        }

        /// <summary>That the Edge counts each envelope once, and holds the last receipt that it acknowledged.</summary>
        /// <returns>The epoch.</returns>
        private long Check(JsonElement account, int units)
        {
            var due = Assert.Single(account.GetProperty("due").EnumerateArray());
            Assert.Equal(units, due.GetProperty("units").GetInt64());
            Assert.InRange(due.GetProperty("receipted").GetInt64(), _receipted, units);
            return due.GetProperty("epoch").GetInt64();
        }

        private async Task<JsonElement> UntilAnsweredAsync(Func<TestSession, Task<TestAnswer>> ask, HttpStatusCode expected)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (true)
            {
                try
                {
                    _session ??= await person.LogInAsync(edge);
                    var answer = await ask(_session);
                    if (answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.ServiceUnavailable))
                    {
                        return answer.Require(expected);
                    }
                }
                catch (Exception error) when (error is HttpRequestException or IOException or SendingException { Code: ErrorCode.EdgeUnreachable })
                {
                    await Task.Delay(50, patience.Token);
                }

                _session = null;
            }
        }
    }
}
