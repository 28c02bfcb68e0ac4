using System.CommandLine;
using System.Text.Json.Nodes;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;
using Sending.Chain.Work;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Epoch;

/// <summary>Computes a settlement once more, as anybody can.</summary>
internal sealed class EpochVerifyCommand : CliCommand
{
    private readonly Argument<string> _epoch = new("epoch") { Description = "An epoch that a settlement covers" };
    private readonly Option<string[]> _from = Common.From("leaves and settlements are served", "the endpoints of Edges and guardians");

    public EpochVerifyCommand()
        : base("verify", "Compute an epoch's settlement once more, of chain and leaves, without any key; exit code 1 when a figure differs")
    {
        Add(_epoch);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["epoch verify 17", "epoch verify 17 --from https://guardian.example.org --json"];

    public override IReadOnlyList<string> Next => ["work verify <epoch>", "epoch status <epoch>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var epoch = Common.ReadEpoch(invocation.Value(_epoch), "<epoch>")!.Value;
        var sources = Common.ReadFrom(invocation, _from);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var settlement = state.Settlements.Find(epoch) ?? state.Settlements.FindCovering(epoch) ?? throw Unsettled(state, epoch);
        var verdict = await VerifyAsync(session, invocation, state, settlement, sources, cancellationToken).ConfigureAwait(false);
        return verdict.IsRight ? Right(verdict) : throw Wrong(verdict);
    }

    /// <summary>Nothing that an earlier run has kept is believed.</summary>
    private static async Task<SettlementVerdict> VerifyAsync(
        Session session, Invocation invocation, ProtocolState state, IndexedSettlement settlement, IReadOnlyList<Uri>? sources, CancellationToken cancellationToken)
    {
        var chain = await session.Connection.GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        var deployment = session.Connection.Deployment;
        var folder = Directory.CreateTempSubdirectory("sending-verify-");
        try
        {
            invocation.Progress.Say($"Computing the settlement of epoch {settlement.Epoch}, of epochs {settlement.FirstEpoch} to {settlement.Epoch} ...");
            var verifier = new SettlementVerifier(
                session.Settlements,
                session.Leaves,
                SqliteLeafStore.Open(Path.Combine(folder.FullName, "leaves.db"), chain),
                SettlementStore.Open(Path.Combine(folder.FullName, "settlements.db"), chain),
                TypedDataDomain.OfRewards(deployment.ChainId, deployment.Contracts.RewardPool),
                TypedDataDomain.OfWork(deployment.ChainId, deployment.Contracts.WorkProofs));
            return await verifier.VerifyAsync(state, settlement, sources, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Report Right(SettlementVerdict verdict) => new Report($"The settlement of epoch {verdict.Settlement.Epoch} is what chain and leaves give.")
        .Add("settlementEpoch", "Settlement of epoch", Value.Id(verdict.Settlement.Epoch))
        .Add("firstEpoch", "Covers from epoch", Value.Id(verdict.Settlement.FirstEpoch))
        .Add("stage", "Stage", Value.Of(verdict.Settlement.Stage.ToString().ToLowerInvariant()))
        .Add("digest", "Digest", Value.Of(verdict.Settlement.Digest))
        .Add("earned", "Earned", Value.Send(verdict.Settlement.Earned))
        .Add("charged", "Charged", Value.Send(verdict.Settlement.Charged))
        .Add("commitments", "Commitments paid for", Value.Of(verdict.Leaves.Count))
        .Add("receipts", "Receipts checked", Value.Of(verdict.Leaves.Sum(audit => audit.Set!.Leaves.Count)));

    private static CliException Wrong(SettlementVerdict verdict)
    {
        var settlement = verdict.Settlement;
        var unsound = verdict.Leaves.Where(audit => !audit.IsSound).ToList();
        var lines = verdict.Differences.Select(difference => $"  {difference.Subject}, {difference.Figure}: {difference.Settled} settled, {difference.Computed} by chain and leaves")
            .Concat(unsound.SelectMany(audit => audit.Problems.Select(problem => $"  leaves of {audit.Commitment.Edge} in epoch {audit.Commitment.Epoch}: {problem}")))
            .ToList();
        return new CliException(
            ExitCode.Failed,
            "settlement_mismatch",
            $"The settlement of epoch {settlement.Epoch} is not what chain and leaves give:\n{string.Join('\n', lines)}\n"
            + (settlement.Stage == SettlementStage.Pending ? $"It can be cancelled until {ChainTime.Format(settlement.FinalAt)}: tell the council, and those who guard." : "Tell those who guard."),
            new JsonObject
            {
                ["epoch"] = settlement.Epoch,
                ["differences"] = new JsonArray(
                [
                    .. verdict.Differences.Select(difference => (JsonNode)new JsonObject
                    {
                        ["subject"] = difference.Subject,
                        ["figure"] = difference.Figure,
                        ["settled"] = difference.Settled,
                        ["computed"] = difference.Computed,
                    }),
                ]),
                ["unsoundLeaves"] = new JsonArray([.. unsound.Select(audit => (JsonNode?)JsonValue.Create(audit.Commitment.Edge))]),
            });
    }

    private static CliException Unsettled(ProtocolState state, long epoch) => new(
        ExitCode.Failed,
        "check_failed",
        state.Settlements.IsClosed(epoch)
            ? $"Epoch {epoch} has lapsed: no settlement covers it, and nothing is charged or earned for it."
            : $"No settlement covers epoch {epoch} yet. See `sending-cli epoch status`.");
}
