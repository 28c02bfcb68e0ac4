using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Identity;
using Sending.Chain.Staking;
using Sending.Chain.Tests.Protocol;
using Sending.Chain.Work;
using Sending.Testing;

namespace Sending.Chain.Tests.Work;

/// <summary>Who may sign, by the index and by the contract, for delegates that came and went at every side of an epoch's start.</summary>
public sealed class ReceiptRightTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private protected override int LeastCompared => 100;

    [Fact]
    public async Task The_index_says_what_the_contract_says()
    {
        var epoch = await CurrentEpochAsync() + 1;
        await BeginEpochAsync(epoch);
        var client = await PersonAsync("client");
        var ended = await PersonAsync("client that ends");
        var delegates = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => PersonAsync($"delegate {number}")));
        foreach (var someone in delegates[..4])
        {
            await GrantAsync(client.Address, someone.Address, someone == delegates[1] ? 30 : 100_000);
            await GrantAsync(ended.Address, someone.Address, 100_000);
        }

        // The first stays, the second expires, the third is revoked in the epoch, the fourth at the very start of the next, the last has another right.
        await DoAsync(client, new AddDelegateFunction { Identity = client.Address, DelegateType = Type("veriKey"), Delegate = delegates[4].Address, Validity = 100_000 });
        await DoAsync(client, new RevokeDelegateFunction { Identity = client.Address, DelegateType = Type("relay"), Delegate = delegates[2].Address });
        await BeginEpochAsync(epoch + 1);
        await DoAsync(client, new RevokeDelegateFunction { Identity = client.Address, DelegateType = Type("relay"), Delegate = delegates[3].Address });
        await DoAsync(ended, new ChangeOwnerFunction { Identity = ended.Address, NewOwner = "0x" + new string('0', 40) });

        using var state = await Index.ReadAsync(default);
        string[] signers = [client.Address, ended.Address, "0x" + new string('0', 40), .. delegates.Select(someone => someone.Address)];
        var allowed = 0;
        foreach (var (payer, signer, at) in from payer in signers from signer in signers from at in Epochs(epoch) select (payer, signer, at))
        {
            var mine = ReceiptRight.MaySign(state, payer, signer, at);
            Assert.True(await Chain.Work.MaySignQueryAsync(payer, signer, at) == mine, $"{signer} for {payer} in epoch {at}: {mine}");
            allowed += mine ? 1 : 0;
        }

        // Itself always (but for nobody); the delegates in the epochs that they reach.
        Assert.Equal((7 * Epochs(epoch).Length) + 4 + 2 + 2 + 3 + (4 * 3), allowed);

        Task GrantAsync(string identity, string account, long validity) => DoAsync(
            identity == client.Address ? client : ended,
            new AddDelegateFunction { Identity = identity, DelegateType = Type("relay"), Delegate = account, Validity = validity });
    }

    private static long[] Epochs(long epoch) => [0, epoch, epoch + 1, epoch + 2, 1L << 40];

    private static byte[] Type(string name) => [.. System.Text.Encoding.ASCII.GetBytes(name), .. new byte[32 - name.Length]];
}
