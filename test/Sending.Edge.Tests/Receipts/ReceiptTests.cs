using System.Net;
using Nethereum.Signer;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Tests.Support;

namespace Sending.Edge.Tests.Receipts;

/// <summary>Receipts that do not count, and what is served for those that do. A unit costs 0.001 SEND.</summary>
[Collection(RelayDevnetGroup.Name)]
public sealed class ReceiptTests(RelayDevnet devnet)
{
    private const int UnitBytes = 1 << 10;

    [Fact]
    public async Task OnlyTheSignersOwnReceiptForThisWorkCounts()
    {
        var (alice, bob) = (await devnet.PersonAsync("5", devnet.First), await devnet.PersonAsync("5", devnet.First));
        var epoch = await devnet.NextEpochAsync();
        var (session, other) = (await alice.LogInAsync(devnet.First), await bob.LogInAsync(devnet.First));
        Assert.Empty(await other.ReceiveAsync());
        await SendAsync(session, bob, 5);
        (await session.SignAsync(epoch, 3)).Require(HttpStatusCode.OK);
        var (work, edge, key) = (devnet.WorkDomain, devnet.First.Owner.Address, alice.Account.Key);
        var contracts = devnet.Chain.Deployment.Contracts;

        // Forged, and of another chain, contract, Edge, epoch, number or payer.
        (await session.SignAsync(epoch, 4, work, edge, EthECKey.GenerateKey())).RequireProblem(422, "invalid-receipt");
        (await session.SignAsync(epoch, 4, work, edge, devnet.First.Operator.Key)).RequireProblem(422, "invalid-receipt");
        (await session.SignAsync(epoch, 4, TypedDataDomain.OfWork(1, contracts.WorkProofs), edge, key)).RequireProblem(422, "invalid-receipt");
        (await session.SignAsync(epoch, 4, TypedDataDomain.OfWork(devnet.ChainId, contracts.RewardPool), edge, key)).RequireProblem(422, "invalid-receipt");
        (await session.SignAsync(epoch, 4, work, devnet.Second.Owner.Address, key)).RequireProblem(422, "invalid-receipt");
        var good = new RelayReceipt(edge, alice.Did.Address, (ulong)epoch, 4).Sign(work, key);
        (await GiveAsync(session, alice, epoch - 1, 4, good)).RequireProblem(422, "invalid-receipt");
        (await GiveAsync(session, alice, epoch, 5, good)).RequireProblem(422, "invalid-receipt");
        (await GiveAsync(session, bob, epoch, 4, good)).RequireProblem(422, "invalid-receipt");
        (await GiveAsync(other, alice, epoch, 4, good)).RequireProblem(422, "invalid-receipt");

        // Of other forms than the contract takes: the other s, v as 0 or 1, a bit changed.
        (await GiveAsync(session, alice, epoch, 4, WithOtherS(good))).RequireProblem(422, "invalid-receipt");
        (await GiveAsync(session, alice, epoch, 4, [.. good[..64], (byte)(good[64] - 27)])).RequireProblem(422, "invalid-receipt");
        (await GiveAsync(session, alice, epoch, 4, [(byte)(good[0] ^ 1), .. good[1..]])).RequireProblem(422, "invalid-receipt");
        (await GiveAsync(session, alice, epoch, 4, good[..64])).RequireProblem(400, "malformed");

        // Well signed, and not for what was served here so far.
        (await session.SignAsync(epoch, 6)).RequireProblem(422, "beyond-service");
        (await session.SignAsync(epoch, 2)).RequireProblem(422, "lower-receipt");
        (await session.SignAsync(epoch, 0)).RequireProblem(422, "lower-receipt");
        (await session.SignAsync(epoch + 1, 1)).RequireProblem(422, "epoch-to-come");
        (await session.SignAsync(epoch - 1, 1)).RequireProblem(422, "beyond-service");

        // None of it has changed anything; the same again does not either, and the better one counts.
        Assert.Equal((5, 3), await DueAsync(session, epoch));
        (await session.SignAsync(epoch, 3)).Require(HttpStatusCode.OK);
        Assert.Equal((5, 3), await DueAsync(session, epoch));
        (await GiveAsync(session, alice, epoch, 4, good)).Require(HttpStatusCode.OK);
        Assert.Equal((5, 4), await DueAsync(session, epoch));
        Assert.Empty((await other.AccountAsync()).GetProperty("due").EnumerateArray());
    }

    [Fact]
    public async Task WhoDoesNotSignIsServedNoFurtherThanTheWindow()
    {
        var edge = await devnet.EdgeAsync(new RelayOptions { Ledger = new() { Window = 4 } });
        var (alice, bob) = (await devnet.PersonAsync("5", edge), await devnet.PersonAsync("5", edge));
        var (session, other) = (await alice.LogInAsync(edge), await bob.LogInAsync(edge));
        Assert.Empty(await other.ReceiveAsync());
        await SendAsync(session, bob, 3);

        var problem = (await session.SendAsync(bob.Did, new byte[2 * UnitBytes])).RequireProblem(402, "payment-required");
        var due = problem.GetProperty("account").GetProperty("due").EnumerateArray().Single();
        Assert.Equal(3, due.GetProperty("units").GetInt64());
        await SendAsync(session, bob, 1);
        (await session.SignAsync(due.GetProperty("epoch").GetInt64(), 1)).Require(HttpStatusCode.OK);
        (await session.SendAsync(bob.Did, new byte[2 * UnitBytes])).RequireProblem(402, "payment-required");
        await session.PayAsync();
        await SendAsync(session, bob, 4);

        // A recipient is handed out what it may pay for, no more: 3 and 1 of 3, 1 and 4 units.
        var found = await other.ReceiveAsync();
        Assert.Equal([3, 1], found.Select(each => each.GetProperty("units").GetInt32()));
        (await other.AcknowledgeAsync(found)).Require(HttpStatusCode.OK);
        (await other.CallAsync("GET", "/v1/envelopes")).RequireProblem(402, "payment-required");
        await other.PayAsync();
        Assert.Equal([4], (await other.ReceiveAsync()).Select(each => each.GetProperty("units").GetInt32()));
    }

    [Fact]
    public async Task ADelegatePaysWhileItIsOneAndWithinItsLimit()
    {
        var (sponsor, user, bob) = (await devnet.PersonAsync("5", devnet.First), await devnet.PersonAsync("0"), await devnet.PersonAsync("5", devnet.First));
        Assert.Empty(await (await bob.LogInAsync(devnet.First)).ReceiveAsync());
        var refused = await Assert.ThrowsAsync<SendingException>(() => user.LogInAsync(devnet.First, user.Account.Key, sponsor.Did));
        Assert.Equal("not-a-payer-key", refused.Details["problem"]);

        await devnet.NameRelayDelegateAsync(sponsor, user.Account.Address);
        await devnet.DoAsync(sponsor.Account, devnet.Chain.Deployment.Contracts.RelayCredit, new SetSignerLimitFunction { Units = 3 });
        var epoch = await devnet.NextEpochAsync();
        var session = await user.LogInAsync(devnet.First, user.Account.Key, sponsor.Did);
        await SendAsync(session, bob, 3);
        (await session.SendAsync(bob.Did, [1])).RequireProblem(402, "signer-limit");
        await SendAsync(await sponsor.LogInAsync(devnet.First), bob, 5);

        // Revoked: this epoch goes on, the next does not begin.
        await devnet.DoAsync(
            sponsor.Account,
            devnet.Chain.Deployment.Contracts.DidRegistry,
            new RevokeDelegateFunction { Identity = sponsor.Account.Address, DelegateType = RelayDevnet.Text("relay"), Delegate = user.Account.Address });
        (await session.SignAsync(epoch, 2)).Require(HttpStatusCode.OK);
        var next = await devnet.NextEpochAsync();
        (await session.SendAsync(bob.Did, [1])).RequireProblem(403, "not-a-payer-key");
        (await session.SignAsync(next, 1)).RequireProblem(403, "not-a-payer-key");
        (await session.SignAsync(epoch, 3)).Require(HttpStatusCode.OK);
        await Assert.ThrowsAsync<SendingException>(() => user.LogInAsync(devnet.First, user.Account.Key, sponsor.Did));
    }

    [Fact]
    public async Task TheLineIsUsedToItsEndByAllItsSignersAndNotBeyond()
    {
        // 1,000 units; what two signers use of them, signed for or not, is one sum.
        var (sponsor, user, bob) = (await devnet.PersonAsync("1", devnet.First), await devnet.PersonAsync("0"), await devnet.PersonAsync("5", devnet.First));
        await devnet.NameRelayDelegateAsync(sponsor, user.Account.Address);
        Assert.Empty(await (await bob.LogInAsync(devnet.First)).ReceiveAsync());
        var (one, other) = (await sponsor.LogInAsync(devnet.First), await user.LogInAsync(devnet.First, user.Account.Key, sponsor.Did));
        for (var time = 0; time < 4; time++)
        {
            await SendAsync(time % 2 == 0 ? one : other, bob, 240);
        }

        var problem = (await one.SendAsync(bob.Did, new byte[41 * UnitBytes])).RequireProblem(402, "credit-exhausted");
        Assert.Equal(SendAmount.Parse("0.04").ToString(), problem.GetProperty("line").GetProperty("free").GetString());
        await one.PayAsync();
        (await other.SendAsync(bob.Did, new byte[41 * UnitBytes])).RequireProblem(402, "credit-exhausted");
        await SendAsync(other, bob, 40);
        (await one.SendAsync(bob.Did, [1])).RequireProblem(402, "credit-exhausted");
        await other.PayAsync();

        // More credit opens it again.
        await devnet.Node.Devnet.FundAsync(sponsor.Account.Address, SendAmount.One, 0, default);
        await devnet.DoAsync(
            sponsor.Account, devnet.Chain.Deployment.Contracts.RelayCredit, new DepositFunction { Payer = sponsor.Account.Address, Edge = devnet.First.Owner.Address, Amount = SendAmount.One });
        await SendAsync(one, bob, 41);
    }

    [Fact]
    public async Task AWithdrawalCountsFromTheNextEpochAndWhatWasServedIsPaid()
    {
        var (alice, bob) = (await devnet.PersonAsync("1", devnet.First), await devnet.PersonAsync("5", devnet.First));
        Assert.Empty(await (await bob.LogInAsync(devnet.First)).ReceiveAsync());
        var epoch = await devnet.NextEpochAsync();
        var session = await alice.LogInAsync(devnet.First);
        await SendAsync(session, bob, 100);
        await devnet.DoAsync(alice.Account, devnet.Chain.Deployment.Contracts.RelayCredit, new RequestWithdrawFunction { Edge = devnet.First.Owner.Address, Amount = SendAmount.Parse("0.9") });
        await SendAsync(session, bob, 100);
        (await session.SignAsync(epoch, 150)).Require(HttpStatusCode.OK);

        var next = await devnet.NextEpochAsync();
        var problem = (await session.SendAsync(bob.Did, [1])).RequireProblem(402, "credit-exhausted");
        Assert.Equal(SendAmount.Parse("0.9").ToString(), problem.GetProperty("line").GetProperty("withdrawing").GetString());
        (await session.SignAsync(next, 1)).RequireProblem(422, "beyond-service");
        (await session.SignAsync(epoch, 200)).Require(HttpStatusCode.OK);
        Assert.Equal((200, 200), await DueAsync(session, epoch));
    }

    private static async Task SendAsync(TestSession session, TestPerson to, int units) => (await session.SendAsync(to.Did, new byte[units * UnitBytes])).Require(HttpStatusCode.Accepted);

    private static Task<TestAnswer> GiveAsync(TestSession session, TestPerson payer, long epoch, long units, byte[] signature)
        => session.CallAsync("POST", "/v1/receipts", RelayJson.Of(new SignedReceipt(payer.Did.Address, epoch, units, signature)));

    private static async Task<(long Units, long Receipted)> DueAsync(TestSession session, long epoch)
    {
        var due = (await session.AccountAsync()).GetProperty("due").EnumerateArray().Single(each => each.GetProperty("epoch").GetInt64() == epoch);
        return (due.GetProperty("units").GetInt64(), due.GetProperty("receipted").GetInt64());
    }

    /// <summary>The same signature with the group's order less s, and the other v, as many libraries take it too.</summary>
    private static byte[] WithOtherS(byte[] signature)
    {
        var order = System.Numerics.BigInteger.Parse("0fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", System.Globalization.NumberStyles.HexNumber, null);
        var s = order - new System.Numerics.BigInteger(signature.AsSpan(32, 32), isUnsigned: true, isBigEndian: true);
        var bytes = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..32], .. new byte[32 - bytes.Length], .. bytes, (byte)(55 - signature[64])];
    }
}
