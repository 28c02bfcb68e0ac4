using System.CommandLine;
using Nethereum.Contracts;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Governance;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Gov;

/// <summary>Proposes a change of parameters, or any calls.</summary>
internal sealed class GovProposeCommand : TransactionCommand
{
    private readonly Argument<string> _title = new("title") { Description = "What it is about, in one line" };

    private readonly Option<string[]> _set = new("--set") { HelpName = "name=value", Description = "A parameter to set; may be given several times, see `params`" };

    private readonly Option<string[]> _call = new("--call") { HelpName = "address:data", Description = "Any other call that the governor shall make; may be given several times" };

    private readonly Option<string> _why = new("--why") { HelpName = "text", Description = "The reasons, at any length" };

    public GovProposeCommand()
        : base("propose", "Propose a change of parameters, or any call of the governor")
    {
        Add(_title);
        Add(_set);
        Add(_call);
        Add(_why);
    }

    public override IReadOnlyList<string> Examples =>
        ["gov propose \"Halve the fee\" --set feePerUnit=0.0005", "gov propose \"Larger bonds\" --set challengeBond=100 --set minDeposit=2 --why \"Spam\""];

    public override IReadOnlyList<string> Next => ["gov list", "gov vote <proposal> for"];

    protected override void Validate(Invocation invocation)
    {
        var (settings, calls) = Read(invocation);
        if (settings.Count == 0 && calls.Count == 0)
        {
            throw CliException.Usage("invalid_input", "The proposal does nothing: say what with --set name=value or --call address:data.");
        }

        if (string.IsNullOrWhiteSpace(invocation.Value(_title)) || invocation.Value(_title)!.Contains('\n', StringComparison.Ordinal))
        {
            throw CliException.Usage("invalid_input", "The title is one line of text; longer reasons go into --why.");
        }
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var (settings, calls) = Read(invocation);
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var title = invocation.Value(_title)!.Trim();
        var description = invocation.Value(_why) is { Length: > 0 } why ? $"{title}\n\n{why}" : title;
        var plan = await session.Governance.ProposeAsync(account, settings, calls, description, cancellationToken).ConfigureAwait(false);
        var effects = Value.List([.. settings.Select(setting => setting.ToString()), .. Proposals.Effects(calls, session.Connection.Deployment)]);
        return new Change(
            $"Propose \"{title}\".",
            plan,
            async (result, token) =>
            {
                var created = result.Receipt.DecodeAllEvents<ProposalCreatedEventDTO>()[0].Event;
                var proposal = await session.Proposals.GetAsync(created.ProposalId.ToString(), token).ConfigureAwait(false);
                var start = ChainTime.FromUnix(created.VoteStart);
                return new Report($"Proposed. Guardians vote from {ChainTime.Format(start)} on, with their stake of that moment.")
                    .Add(Proposals.Fields(proposal, session.Connection.Deployment))
                    .Add("voteStart", "Voting begins", Value.Time(start))
                    .Add("voteEnd", "Voting ends", Value.Time(ChainTime.FromUnix(created.VoteEnd)))
                    .Next($"sending-cli gov vote {proposal.Number} for");
            })
        {
            Preview = [new("title", "Title", Value.Of(title)), new("effects", "Does", effects)],
        };
    }

    private (IReadOnlyList<ParameterSetting> Settings, IReadOnlyList<ProposalCall> Calls) Read(Invocation invocation)
        => ([.. invocation.Values(_set).Select(ParameterSetting.Parse)], [.. invocation.Values(_call).Select(ProposalCall.Parse)]);
}
