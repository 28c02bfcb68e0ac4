using System.Net;
using System.Text.Json;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Api;

[Collection(RelayDevnetGroup.Name)]
public sealed class EnvelopeTests(RelayDevnet devnet)
{
    [Fact]
    public async Task AnEnvelopeArrivesAsItWasAndIsShownUntilItIsAcknowledged()
    {
        var (alice, bob) = await PairAsync();
        var body = Enumerable.Range(0, 3000).Select(number => (byte)number).ToArray();
        var sent = (await alice.SendAsync(bob.Person.Did, body)).Require(HttpStatusCode.Accepted);

        Assert.Equal(3, sent.GetProperty("units").GetInt32());
        var delivery = Assert.Single(await bob.ReceiveAsync());
        Assert.Equal(sent.GetProperty("id").GetString(), delivery.GetProperty("envelope").GetProperty("id").GetString());
        Assert.Equal(body, delivery.GetProperty("envelope").GetProperty("body").GetBytesFromBase64());
        Assert.Single(await bob.ReceiveAsync());
        Assert.Equal(1, (await bob.AcknowledgeAsync([delivery])).Require(HttpStatusCode.OK).GetProperty("acknowledged").GetInt32());
        Assert.Equal(0, (await bob.AcknowledgeAsync([delivery])).Require(HttpStatusCode.OK).GetProperty("acknowledged").GetInt32());
        Assert.Empty(await bob.ReceiveAsync());

        // Each was charged once, sender and recipient alike.
        Assert.Equal([3L], await DueAsync(alice));
        Assert.Equal([3L], await DueAsync(bob));
    }

    [Fact]
    public async Task EnvelopesComeInOrderAndLongPollsWakeUp()
    {
        var (alice, bob) = await PairAsync();
        var waiting = bob.ReceiveAsync(wait: 60);
        await alice.SendAsync(bob.Person.Did, [0]);

        Assert.Single(await waiting);
        for (byte number = 1; number < 20; number++)
        {
            (await alice.SendAsync(bob.Person.Did, [number])).Require(HttpStatusCode.Accepted);
        }

        Assert.Equal(Enumerable.Range(0, 20), (await bob.ReceiveAsync()).Select(each => (int)each.GetProperty("envelope").GetProperty("body").GetBytesFromBase64().Single()));
    }

    [Fact]
    public async Task TheSameEnvelopeAgainCostsNothingAndAnotherWithItsIdIsRefused()
    {
        var (alice, bob) = await PairAsync();
        var envelope = alice.Envelope(bob.Person.Did, [1, 2, 3]);
        for (var time = 0; time < 3; time++)
        {
            (await alice.CallAsync("POST", "/v1/envelopes", envelope.DeepClone())).Require(HttpStatusCode.Accepted);
        }

        var other = alice.Envelope(bob.Person.Did, [4], envelope["id"]!.GetValue<string>());
        (await alice.CallAsync("POST", "/v1/envelopes", other)).RequireProblem(409, "id-in-use");
        await bob.AcknowledgeAsync(await bob.ReceiveAsync());
        (await alice.CallAsync("POST", "/v1/envelopes", envelope.DeepClone())).Require(HttpStatusCode.Accepted);

        Assert.Empty(await bob.ReceiveAsync());
        Assert.Equal([1L], await DueAsync(alice));
    }

    [Fact]
    public async Task WhatCannotBeTakenIsRefusedWithTheReason()
    {
        var (alice, bob) = await PairAsync();
        var stranger = await devnet.PersonAsync("0");

        (await alice.SendAsync(stranger.Did, [1])).RequireProblem(422, "no-home-edge");
        (await alice.SendAsync(bob.Person.Did, [1], "did:sdn:nobody")).RequireProblem(400, "malformed");
        (await alice.SendAsync(bob.Person.Did, new byte[Envelope.LargestBody + 1])).RequireProblem(413, "too-large");
        (await alice.CallAsync("POST", "/v1/envelopes", bob.Envelope(alice.Person.Did, [1]))).RequireProblem(403, "not-the-sender");
        (await alice.SendAsync(bob.Person.Did, new byte[Envelope.LargestBody])).Require(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task WhoHasNoLineIsNotServed()
    {
        var (_, bob) = await PairAsync();
        var pauper = await (await devnet.PersonAsync("0")).LogInAsync(devnet.First);
        var nobody = await bob.Person.LogInAsync(devnet.First, bob.Person.Account.Key, null);

        (await pauper.SendAsync(bob.Person.Did, [1])).RequireProblem(402, "credit-exhausted");
        (await nobody.SendAsync(bob.Person.Did, [1])).RequireProblem(403, "no-payer");
        (await nobody.CallAsync("GET", "/v1/envelopes")).RequireProblem(403, "no-payer");
    }

    [Fact]
    public async Task WhatHasEndedIsNotShownAndQuotasHold()
    {
        var edge = await devnet.EdgeAsync(new RelayOptions { Cache = new() { EnvelopesPerRecipient = 3, LongestTtl = 100 } });
        var (alice, bob) = await PairAsync(edge);
        (await alice.CallAsync("POST", "/v1/envelopes", alice.Envelope(bob.Person.Did, [1], ttl: 101))).RequireProblem(422, "ttl-too-long");
        (await alice.CallAsync("POST", "/v1/envelopes", alice.Envelope(bob.Person.Did, [1], ttl: 1))).Require(HttpStatusCode.Accepted);
        await Task.Delay(1_100);

        Assert.Empty(await bob.ReceiveAsync());
        for (var number = 1; number < 3; number++)
        {
            (await alice.CallAsync("POST", "/v1/envelopes", alice.Envelope(bob.Person.Did, [1], ttl: 100))).Require(HttpStatusCode.Accepted);
        }

        var full = await alice.CallAsync("POST", "/v1/envelopes", alice.Envelope(bob.Person.Did, [1], ttl: 100));
        full.RequireProblem(429, "quota-exceeded");
        Assert.NotEmpty(full.Headers["Retry-After"]);

        // The sweeper makes room.
        await RelayDevnet.UntilAsync(() => edge.Host.Relay.Stored.Envelopes == 2);
        (await alice.CallAsync("POST", "/v1/envelopes", alice.Envelope(bob.Person.Did, [1], ttl: 100))).Require(HttpStatusCode.Accepted);
    }

    private async Task<(TestSession Alice, TestSession Bob)> PairAsync(TestEdge? edge = null)
    {
        edge ??= devnet.First;
        var alice = await (await devnet.PersonAsync("10", edge)).LogInAsync(edge);
        var bob = await (await devnet.PersonAsync("10", edge)).LogInAsync(edge);
        Assert.Empty(await bob.ReceiveAsync());
        return (alice, bob);
    }

    private static async Task<IEnumerable<long>> DueAsync(TestSession session)
        => (await session.AccountAsync()).GetProperty("due").EnumerateArray().Select(due => due.GetProperty("units").GetInt64());
}
