using CsCheck;
using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Deployments;
using Sending.Chain.Formats;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Rpc;
using Sending.Testing;

namespace Sending.Chain.Tests.Relay;

/// <summary>Whatever an Edge asks for, with or without proof: over all epochs nobody signs for more than was sent and acknowledged.</summary>
public sealed class ReceiptRuleTests : IDisposable
{
    private const string Edge = "0x00000000000000000000000000000000000000E1";
    private static readonly DateTimeOffset s_never = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RelayLine s_line = new("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<bool> Journals => [false, true];

    [Theory]
    [MemberData(nameof(Journals))]
    public async Task NoAskingGetsMoreThanWasCounted(bool onDisk)
    {
        var step = Gen.OneOf(
            Gen.Int[1, 256].Select(units => new Step(true, 0, units, 0)),
            Gen.Select(Gen.Long[0, 3], Gen.Long[1, 2_000], Gen.Long[0, 2_000]).Select((epoch, units, receipted) => new Step(false, epoch, units, receipted)));
        var number = 0;
        await step.Array[1, 40].SampleAsync(
            async steps =>
            {
                var journal = Open(onDisk, Interlocked.Increment(ref number));
                long counted = 0;
                var signed = new Dictionary<long, long>();
                foreach (var each in steps)
                {
                    if (each.IsCount)
                    {
                        await journal.CountAsync(s_line, each.Units % 2 == 0, new EnvelopeKey(new Did(s_line.Payer), Envelope.NewId()), (int)each.Units, s_never, default);
                        counted += each.Units;
                    }
                    else
                    {
                        // The Edge can only prove what was signed.
                        var proven = each.Receipted <= signed.GetValueOrDefault(each.Epoch) ? each.Receipted : 0;
                        var units = await journal.SignAsync(s_line, new DueReceipt(each.Epoch, each.Units, each.Receipted, null), proven, default);
                        Assert.True(units <= each.Units);
                        signed[each.Epoch] = Math.Max(signed.GetValueOrDefault(each.Epoch), units);
                    }

                    Assert.True(signed.Values.Sum() <= counted, $"{signed.Values.Sum()} signed, {counted} counted");
                    Assert.Equal(counted - signed.Values.Sum(), await journal.GetUnpaidAsync(s_line, default));
                }
            },
            iter: onDisk ? 30 : 2_000,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Journals))]
    public async Task AnEnvelopeCountsOnceInEachDirection(bool onDisk)
    {
        var journal = Open(onDisk, 0);
        var key = new EnvelopeKey(new Did(s_line.Payer), Envelope.NewId());
        for (var time = 0; time < 3; time++)
        {
            await journal.CountAsync(s_line, false, key, 5, s_never, default);
            await journal.CountAsync(s_line, true, key, 5, s_never, default);
        }

        Assert.Equal(10, await journal.GetUnpaidAsync(s_line, default));
        await journal.UncountAsync(s_line, key, default);
        await journal.UncountAsync(s_line, key, default);
        Assert.Equal(5, await journal.GetUnpaidAsync(s_line, default));
        Assert.Equal(0, await journal.GetUnpaidAsync(s_line with { Edge = Edge }, default));
    }

    [Fact]
    public async Task AFileRemembersWhatWasSignedAndShown()
    {
        var journal = (SqliteRelayJournal)Open(onDisk: true, 0);
        var envelope = new Envelope(Envelope.NewId(), new Did(s_line.Payer), new Did(Edge), 10, new byte[] { 1, 2, 3 });
        await journal.CountAsync(s_line, false, new EnvelopeKey(envelope.From, envelope.Id), 7, s_never, default);
        Assert.Equal(5, await journal.SignAsync(s_line, new DueReceipt(1, 5, 0, null), 0, default));
        Assert.Equal(InboxVerdict.New, await journal.AddAsync(envelope, default));

        var again = (SqliteRelayJournal)Open(onDisk: true, 0);
        Assert.Equal(2, await again.GetUnpaidAsync(s_line, default));
        Assert.Equal(7, await again.SignAsync(s_line, new DueReceipt(1, 100, 0, null), 0, default));
        Assert.Equal(InboxVerdict.Known, await again.AddAsync(envelope, default));
        var (place, kept, _) = Assert.Single(again.ListUnshown(envelope.To, 10));
        Assert.Equal(envelope.Body.ToArray(), kept.Body.ToArray());
        again.MarkShown(place);
        Assert.Empty(again.ListUnshown(envelope.To, 10));
        Assert.Equal(InboxVerdict.Known, await again.AddAsync(envelope, default));
    }

    [Fact]
    public async Task OnlyTheOwnSignatureProvesAnything()
    {
        var deployment = Deployment();
        var account = new UnlockedAccount("client", EthECKey.GenerateKey());
        var client = new EdgeAccount(new Did(account.Address), account.Key, new Did(account.Address));
        var domain = TypedDataDomain.OfWork(deployment.ChainId, deployment.Contracts.WorkProofs);
        var signer = new ReceiptSigner(deployment, s_line.Edge, client, new MemoryRelayJournal(TimeProvider.System));
        var own = new RelayReceipt(s_line.Edge, account.Address, 3, 40).Sign(domain, account.Key);
        var foreign = new RelayReceipt(s_line.Edge, account.Address, 3, 40).Sign(domain, EthECKey.GenerateKey());

        async Task<IReadOnlyList<SignedReceipt>> AskAsync(long units, long receipted, byte[]? signature)
            => await signer.SignAsync(new AccountStatus(account.Address, account.Address, s_line.Edge, 3, 1_024, 0, [new DueReceipt(3, units, receipted, signature)]), default);

        // Nothing was counted by this journal, so whatever is asked for, nothing is signed.
        Assert.Empty(await AskAsync(45, 40, own));
        Assert.Empty(await AskAsync(45, 40, foreign));
        Assert.Empty(await AskAsync(45, 44, own));
        Assert.Empty(await AskAsync(45, 0, null));
    }

    private static Deployment Deployment() => new("test", 31337, new Uri("http://127.0.0.1:1"), 1, new ContractAddresses(Edge, Edge, Edge, Edge, Edge, Edge, Edge, Edge, Edge));

    private IRelayJournal Open(bool onDisk, int number) => onDisk
        ? SqliteRelayJournal.Open(_folder.File($"relay-{number}.db"), new ChainIdentity(31337, Edge, "0x" + new string('1', 64)), TimeProvider.System)
        : new MemoryRelayJournal(TimeProvider.System);

    private sealed record Step(bool IsCount, long Epoch, long Units, long Receipted);
}
