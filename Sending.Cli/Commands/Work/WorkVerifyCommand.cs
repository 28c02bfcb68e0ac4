using System.CommandLine;
using System.Text.Json.Nodes;
using Sending.Chain.Formats;
using Sending.Chain.Work;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Work;

/// <summary>Looks at every receipt that Edges have committed to.</summary>
internal sealed class WorkVerifyCommand : CliCommand
{
    private readonly Argument<string> _epoch = new("epoch") { Description = "The epoch of the work" };
    private readonly Option<string> _edge = new("--edge") { HelpName = "name|address", Description = "Owner of the Edge (default: every one that has committed work)" };
    private readonly Option<string[]> _from = Common.From("leaves are served", "the endpoints of the Edge and of guardians");

    public WorkVerifyCommand()
        : base("verify", "Check every receipt that Edges have committed to for an epoch; exit code 1 when one is wrong or withheld")
    {
        Add(_epoch);
        Add(_edge);
        Add(_from);
    }

    public override IReadOnlyList<string> Examples => ["work verify 17", "work verify 17 --edge bob --from https://guardian.example.org"];

    public override IReadOnlyList<string> Next => ["challenge create --edge <owner> --epoch <epoch> --unit <unit>", "work show <epoch>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var epoch = Common.ReadEpoch(invocation.Value(_epoch), "<epoch>")!.Value;
        var sources = Common.ReadFrom(invocation, _from);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var edge = invocation.Value(_edge) is { } named ? await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false) : null;
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var commitments = state.Work.ListCommitments(epoch).Where(commitment => edge is null || commitment.Edge.Equals(edge, StringComparison.OrdinalIgnoreCase)).ToList();
        if (commitments.Count == 0)
        {
            throw new CliException(ExitCode.Failed, "check_failed", $"{edge ?? "No Edge"} has committed {(edge is null ? "" : "no ")}work for epoch {epoch}. See `sending-cli work show`.");
        }

        var contracts = session.Connection.Deployment;
        var audits = new List<LeafAudit>();
        foreach (var commitment in commitments)
        {
            audits.Add(await LeafAudit.RunAsync(
                state, commitment, session.Leaves, sources, TypedDataDomain.OfWork(contracts.ChainId, contracts.Contracts.WorkProofs), cancellationToken).ConfigureAwait(false));
        }

        return audits.Exists(audit => !audit.IsSound)
            ? throw await WrongAsync(session, epoch, audits, cancellationToken).ConfigureAwait(false)
            : await SoundAsync(session, epoch, audits, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Report> SoundAsync(Session session, long epoch, IReadOnlyList<LeafAudit> audits, CancellationToken cancellationToken)
    {
        var rows = new List<Value[]>();
        foreach (var audit in audits)
        {
            rows.Add(
            [
                await session.NameAsync(audit.Commitment.Edge, cancellationToken).ConfigureAwait(false),
                Value.Of(audit.Commitment.Units),
                Value.Of(audit.Set!.Leaves.Count),
                Value.Of(audit.Commitment.Root),
            ]);
        }

        return new Report("Every receipt is valid, in its place, and counted once.")
            .Add("epoch", "Epoch", Value.Id(epoch))
            .Add(new Table(
                "commitments",
                [new("edge", "Edge"), new("units", "Units", Right: true), new("receipts", "Receipts", Right: true), new("root", "Root")],
                rows,
                ""));
    }

    private static async Task<CliException> WrongAsync(Session session, long epoch, IReadOnlyList<LeafAudit> audits, CancellationToken cancellationToken)
    {
        var wrong = audits.Where(audit => !audit.IsSound).ToList();
        var lines = new List<string>();
        foreach (var audit in wrong)
        {
            var name = (await session.NameAsync(audit.Commitment.Edge, cancellationToken).ConfigureAwait(false)).Text;
            lines.AddRange(audit.Problems.Select(problem => $"  {name}: {problem}"));
        }

        return new CliException(
            ExitCode.Failed,
            "work_unsound",
            $"Of {audits.Count} commitment{(audits.Count == 1 ? "" : "s")} for epoch {epoch}, {wrong.Count} {(wrong.Count == 1 ? "is" : "are")} not sound:\n{string.Join('\n', lines)}\n"
            + $"Ask for a proof while units are challenged: `sending-cli challenge create --edge {wrong[0].Commitment.Edge} --epoch {epoch} --unit {wrong[0].FirstWrongUnit}`.",
            new JsonObject
            {
                ["epoch"] = epoch,
                ["commitments"] = new JsonArray(
                [
                    .. wrong.Select(audit => (JsonNode)new JsonObject
                    {
                        ["edge"] = audit.Commitment.Edge,
                        ["root"] = audit.Commitment.Root,
                        ["withheld"] = audit.Set is null,
                        ["unit"] = audit.FirstWrongUnit,
                        ["problems"] = new JsonArray([.. audit.Problems.Select(problem => (JsonNode?)JsonValue.Create(problem))]),
                    }),
                ]),
            });
    }
}
