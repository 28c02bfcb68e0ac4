using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;
using Sending.Chain.Wire;
using Sending.Chain.Work;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Work;

/// <summary>Commits an Edge to work of an epoch by hand, without the service.</summary>
internal sealed class WorkCommitCommand : TransactionCommand
{
    private readonly Argument<string> _epoch = new("epoch") { Description = "The epoch of the work, which has just ended" };

    private readonly Argument<string> _file = new("leaves")
    {
        Description = "File with all leaves, as GET /v1/leaves/{root} serves them; or --root and --units",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _root = new("--root") { HelpName = "root", Description = "Root of the leaves' tree, when there is no file of them" };
    private readonly Option<string> _units = new("--units") { HelpName = "count", Description = "The root's sum: all units of the leaves" };
    private readonly Option<bool> _unchecked = new("--unchecked") { Description = "Take root and units that the file states, whatever its leaves are" };

    public WorkCommitCommand()
        : base("commit", "Commit your Edge to the work of an epoch by hand, as owner or operator; the service does it by itself")
    {
        Add(_epoch);
        Add(_file);
        Add(_root);
        Add(_units);
        Add(_unchecked);
    }

    public override IReadOnlyList<string> Examples => ["work commit 17 leaves.json --account bob", $"work commit 17 --root 0x{new string('a', 64)} --units 4711"];

    public override IReadOnlyList<string> Next => ["work verify <epoch>", "challenge list --epoch <epoch>"];

    protected override void Validate(Invocation invocation)
    {
        ReadEpoch(invocation);
        var (file, root, units) = (invocation.Value(_file), invocation.Value(_root), Common.ReadUnits(invocation.Value(_units), _units.Name));
        if (file is null ? root is null || units is null : root is not null || units is not null)
        {
            throw CliException.Usage("invalid_input", "Say what to commit to: a file with all leaves, or both --root and --units.");
        }

        if (root is not null && !LeafSetHeader.IsRoot(root))
        {
            throw CliException.Usage("invalid_input", $"'{root}' is no root: 0x and 64 lower-case hexadecimal digits.");
        }
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var terms = await session.Work.GetTermsAsync(account, ReadEpoch(invocation), cancellationToken).ConfigureAwait(false);
        var set = await ReadAsync(session, invocation, terms, cancellationToken).ConfigureAwait(false);
        var plan = await session.Work.CommitAsync(terms, set.Root, set.Units, cancellationToken).ConfigureAwait(false);
        var edge = await session.NameAsync(terms.Node!.Owner, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Field> fields =
        [
            new("edge", "Edge", edge),
            new("epoch", "Epoch", Value.Id(terms.Epoch)),
            new("root", "Root", Value.Of(set.Root)),
            new("units", "Units", Value.Of(set.Units)),
            new("receipts", "Receipts", set.Count == 0 ? Value.None : Value.Of(set.Count)),
            new("value", "Worth at most", Value.Send(set.Units * terms.FeePerUnit)),
        ];
        return new Change(
            $"Commit the Edge of {edge.Text} to {Value.Of(set.Units).Text} units of epoch {terms.Epoch}.",
            plan,
            (result, _) =>
            {
                var committed = result.Receipt.DecodeAllEvents<WorkCommittedEventDTO>()[0].Event;
                return Task.FromResult(new Report(
                        $"Committed {Value.Of(committed.Units).Text} units of epoch {terms.Epoch}; they are asked for and proven until {ChainTime.Format(terms.AnswersUntil)}.")
                    .Add(fields)
                    .Add("answersUntil", "Proofs until", Value.Time(terms.AnswersUntil))
                    .Next($"sending-cli work verify {terms.Epoch} --edge {terms.Node.Owner}", $"sending-cli challenge list --epoch {terms.Epoch} --edge {terms.Node.Owner}"));
            })
        {
            Preview =
            [
                .. fields,
                new("capacity", "The stake covers", Value.Of(terms.Capacity)),
                new("commitsUntil", "Commitments until", Value.Time(terms.Until)),
                new("answersUntil", "Proofs until", Value.Time(terms.AnswersUntil)),
            ],
            Warnings = await WarningsAsync(session, terms, set, cancellationToken).ConfigureAwait(false),
        };
    }

    private long ReadEpoch(Invocation invocation) => Common.ReadEpoch(invocation.Value(_epoch), "<epoch>")!.Value;

    /// <summary>What is committed to; from a file, whose leaves are looked at first.</summary>
    private async Task<LeafSetHeader> ReadAsync(Session session, Invocation invocation, CommitmentTerms terms, CancellationToken cancellationToken)
    {
        if (invocation.Value(_file) is not { } path)
        {
            return new LeafSetHeader(terms.Epoch, terms.Node?.Owner ?? terms.Account, invocation.Value(_root)!, Common.ReadUnits(invocation.Value(_units), _units.Name)!.Value, 0);
        }

        var set = await LeafFile.ReadAsync(invocation, path, cancellationToken).ConfigureAwait(false);
        Problems.ThrowIfAny(WorkChecks.Commit(terms, set.Units));
        if (!invocation.Value(_unchecked))
        {
            Problems.ThrowIfAny(WorkChecks.Leaves(terms, set, await session.Work.CheckAsync(set, cancellationToken).ConfigureAwait(false)));
        }

        return set.Header;
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(Session session, CommitmentTerms terms, LeafSetHeader set, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        if (terms.Replaces is { } before && before.Root != set.Root)
        {
            warnings.Add($"It replaces the commitment to {Value.Of(before.Units).Text} units, root {before.Root}.");
        }

        Uri[] own = LeafSources.UrlOf(terms.Node!) is { } url ? [url] : [];
        var fetch = await session.Leaves.FetchAsync(set, own, cancellationToken).ConfigureAwait(false);
        if (fetch.Set is null)
        {
            warnings.Add(
                "The Edge does not serve these leaves "
                + $"({ServiceFailure.Describe(fetch.Failures, "it has no endpoint; set one with `sending-cli node set-endpoint`")}). Guardians pay for nothing that they cannot read, and who asks for the proof "
                + $"of a unit and gets none until {ChainTime.Format(terms.AnswersUntil)} has the Edge slashed: serve them at <endpoint>/v1/leaves/{set.Root} at once.");
        }

        return warnings;
    }
}
