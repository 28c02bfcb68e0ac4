using System.Buffers.Binary;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Relay;

[Collection(RelayDevnetGroup.Name)]
public sealed class RelayClientTests(RelayDevnet devnet)
{
    [Fact]
    public async Task EnvelopesGoFromEdgeToEdgeInOrderAndOnceAndAllOfThemIsSignedFor()
    {
        var random = new Seeded();
        var alice = await devnet.PersonAsync("50", devnet.First);
        var bob = await devnet.PersonAsync("50", devnet.Second);
        await devnet.NameHomeAsync(bob, devnet.Second.Did);
        var units = 0L;
        await using (var sender = new TestClient(devnet, devnet.First, alice))
        {
            // Far more than is served ahead, and nobody is there to receive it yet.
            var sends = new List<Task>();
            for (var number = 0; number < 80; number++)
            {
                var envelope = sender.Envelope(bob.Did, Body(number, random.Below(64 << 10)));
                units += envelope.Units;
                sends.Add(sender.Relay.SendAsync(envelope, null, default));
            }

            await Task.WhenAll(sends);
            Assert.True(units > 2_000, $"seed {random.Seed}");
        }

        await using (var receiver = new TestClient(devnet, devnet.Second, bob))
        {
            var received = await receiver.ReceiveAsync(80);
            Assert.Equal(Enumerable.Range(0, 80), received.Select(Number));
            Assert.Equal(0, receiver.Repeated);
        }

        // Both ended in order: what they used is signed for to the unit.
        foreach (var (person, edge) in new[] { (alice, devnet.First), (bob, devnet.Second) })
        {
            var account = await (await person.LogInAsync(edge)).AccountAsync();
            var due = Assert.Single(account.GetProperty("due").EnumerateArray());
            Assert.Equal((units, units), (due.GetProperty("units").GetInt64(), due.GetProperty("receipted").GetInt64()));
        }
    }

    [Fact]
    public async Task AUserIdLeadsToAnEdgeThatNoDocumentNames()
    {
        var alice = await devnet.PersonAsync("5", devnet.First);
        var bob = await devnet.PersonAsync("5", devnet.Second);
        await using var sender = new TestClient(devnet, devnet.First, alice);
        var envelope = sender.Envelope(bob.Did, Body(1, 10));

        var refused = await Assert.ThrowsAsync<SendingException>(() => sender.Relay.SendAsync(envelope, null, default));
        Assert.Equal((ErrorCode.EdgeRefused, "no-home-edge"), (refused.Code, refused.Details["problem"]));
        Assert.Equal(0, await sender.Journal.GetUnpaidAsync(sender.Line, default));

        // The other Edge takes it once it has seen bob; until then the first keeps trying.
        var id = new UserId(bob.Did.Address, devnet.Second.Owner.Address);
        await sender.Relay.SendAsync(envelope, new Did(id.HomeEdge), default);
        await using var receiver = new TestClient(devnet, devnet.Second, bob);
        Assert.Equal(1, Number((await receiver.ReceiveAsync(1)).Single()));
    }

    [Fact]
    public async Task SeveralSocketsOfOneIdentityGetTheSameAndItIsPaidOnce()
    {
        var alice = await devnet.PersonAsync("5", devnet.First);
        await using var one = new TestClient(devnet, devnet.First, alice);
        await using var other = new TestClient(devnet, devnet.First, alice);
        await RelayDevnet.UntilAsync(() => one.Relay.IsConnected && other.Relay.IsConnected);
        await one.Relay.SendAsync(one.Envelope(alice.Did, Body(7, 3_000)), new Did(devnet.First.Owner.Address), default);

        Assert.Equal(7, Number((await one.ReceiveAsync(1)).Single()));
        Assert.Equal(7, Number((await other.ReceiveAsync(1)).Single()));
        var session = await alice.LogInAsync(devnet.First);
        await RelayDevnet.UntilAsync(async () => (await session.ReceiveAsync()).Count == 0);
        var account = await session.AccountAsync();
        Assert.Equal(6, account.GetProperty("due").EnumerateArray().Sum(due => due.GetProperty("units").GetInt64()));
    }

    [Fact]
    public async Task AnotherEdgeThanWasMeantIsNotSignedFor()
    {
        var alice = await devnet.PersonAsync("5", devnet.First);
        var impostor = devnet.First with { Owner = devnet.Second.Owner };
        var client = new TestClient(devnet, impostor, alice);

        var error = await Assert.ThrowsAsync<SendingException>(async () => await client.ReceiveAsync(1));

        Assert.Equal("another-edge", error.Details["problem"]);
    }

    internal static byte[] Body(int number, int length)
    {
        var body = new byte[Math.Max(4, length)];
        BinaryPrimitives.WriteInt32BigEndian(body, number);
        return body;
    }

    internal static int Number(Chain.Relay.Wire.Envelope envelope) => BinaryPrimitives.ReadInt32BigEndian(envelope.Body.Span);
}
