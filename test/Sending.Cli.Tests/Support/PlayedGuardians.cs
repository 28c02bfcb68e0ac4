using System.Numerics;
using System.Text;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Testing.Http;

namespace Sending.Cli.Tests.Support;

/// <summary>
/// Guardians whose duties a test does, when it wants to: they hold leaves, score, settle, and serve what they know. What they compute and serve is the real
/// thing; only the processes are missing.
/// </summary>
internal sealed class PlayedGuardians : IAsyncDisposable
{
    private readonly CliDevnet _devnet;
    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Name, UnlockedAccount Account)> _guardians = [];
    private readonly SqliteLeafStore _leaves;
    private readonly SettlementStore _settlements;
    private readonly TypedDataDomain _domain;
    private (string Truth, string Instead) _lie = ("", "");

    private PlayedGuardians(CliDevnet devnet, ChainIdentity chain)
    {
        _devnet = devnet;
        _leaves = SqliteLeafStore.Open(_folder.File("leaves.db"), chain);
        _settlements = SettlementStore.Open(_folder.File("settlements.db"), chain);
        _domain = TypedDataDomain.OfRewards(devnet.Node.Connection.Deployment.ChainId, devnet.Contracts.RewardPool);
        Host = new DocumentHost((request, token) => FindAsync(request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries), token));
    }

    /// <summary>Where they serve leaves, settlements and proofs.</summary>
    public DocumentHost Host { get; }

    public static async Task<PlayedGuardians> StartAsync(CliDevnet devnet, params string[] names)
    {
        var guardians = new PlayedGuardians(devnet, await devnet.Node.Connection.GetIdentityAsync(default));
        foreach (var name in names)
        {
            guardians._guardians.Add((name, await devnet.Node.UnlockAsync(name)));
        }

        return guardians;
    }

    /// <summary>Has them lie from now on: where it says one thing, they serve the other. Empty for the truth.</summary>
    public void Distort(string truth, string lie) => _lie = (truth, lie);

    /// <summary>Takes the leaves of a commitment to their keeping.</summary>
    public ValueTask HoldAsync(LeafSet set) => _leaves.SaveAsync(set, default);

    /// <summary>Commits to scores of an epoch, of every Edge alike.</summary>
    public Task CommitScoresAsync(long epoch, params byte[] scores) => EachAsync(guardian => new CommitScoresFunction
    {
        Epoch = epoch,
        Hash = AvailabilityScores.Commitment(epoch, guardian.Address, scores, new byte[32]),
    });

    /// <summary>Reveals them, with the Edges whose leaves are held.</summary>
    public Task RevealScoresAsync(long epoch, byte[] scores, params int[] held)
        => EachAsync(_ => new RevealScoresFunction { Epoch = epoch, Scores = scores, Salt = new byte[32], Held = HeldBitmap.Of(held) });

    /// <summary>Computes the settlement of an epoch, has all guardians sign it, and submits it.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="distort">Makes it another than it should be.</param>
    public async Task<SettlementDocument> SettleAsync(long epoch, Func<SettlementResult, SettlementResult>? distort = null)
    {
        using var state = await _devnet.Node.Index.ReadAsync(default);
        var result = await new SettlementComputer(_leaves, _settlements, _domain).ComputeAsync(state, epoch, default);
        result = distort is null ? result : distort(result);
        _settlements.Save(SettlementDocument.Of(result, _domain));
        var signatures = _guardians.Select(guardian => new GuardianSignature(guardian.Account.Address, result.Message.Sign(_domain, guardian.Account.Key)));
        await _devnet.DoAsync(_guardians[0].Account, TransactionCall.Of(_devnet.Contracts.RewardPool, SettlementCalls.Submission(result.Message, signatures), _guardians[0].Account.Address));
        return SettlementDocument.Of(result, _domain);
    }

    /// <summary>A settlement by which a node has earned more than it should, right in itself.</summary>
    public static Func<SettlementResult, SettlementResult> Pay(string node, BigInteger more) => result =>
    {
        List<NodeEarnings> earnings = [.. result.Figures.Earnings.Select(entry => entry.Node == node ? entry with { Cumulative = entry.Cumulative + more } : entry)];
        return result with
        {
            Message = result.Message with { EarningsRoot = SettlementTrees.OfEarnings(earnings).Root, TotalEarned = result.Message.TotalEarned + more },
            Figures = result.Figures with { Earnings = earnings },
        };
    };

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    private async Task EachAsync<TFunction>(Func<UnlockedAccount, TFunction> call)
        where TFunction : Nethereum.Contracts.FunctionMessage, new()
    {
        foreach (var (_, account) in _guardians)
        {
            await _devnet.DoAsync(account, TransactionCall.Of(_devnet.Contracts.WorkProofs, call(account), account.Address));
        }
    }

    private async Task<byte[]?> FindAsync(string[] path, CancellationToken cancellationToken)
    {
        var found = path switch
        {
            ["v1", "leaves", var root] => (await LeafPage.ReadAsync(_leaves, root, 0, LeafPage.MaxLeaves, cancellationToken))?.ToJson(),
            ["v1", "settlements", var epoch] => _settlements.Find(long.Parse(epoch, null))?.ToJson(),
            ["v1", "settlements", var epoch, "earnings", var node] => Proofs(epoch)?.FindEarnings(node)?.ToJson(),
            ["v1", "settlements", var epoch, "charges", var payer, var edge] => Proofs(epoch)?.FindCharge(payer, edge)?.ToJson(),
            _ => null,
        };
        return found is null || _lie.Truth.Length == 0 ? found : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(found).Replace(_lie.Truth, _lie.Instead, StringComparison.Ordinal));
    }

    private SettlementProofs? Proofs(string epoch) => _settlements.Find(long.Parse(epoch, null)) is { } document ? new SettlementProofs(document.Figures) : null;
}
