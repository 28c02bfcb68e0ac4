using System.CommandLine;
using System.Numerics;
using Nethereum.Contracts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Takes out what has waited long enough.</summary>
internal sealed class WithdrawCommand : TransactionCommand
{
    private readonly Argument<string> _id = new("id")
    {
        Description = "Number of one request (default: all that have waited long enough)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _node = Common.Node("your own, else the one that you have requests at");

    public WithdrawCommand()
        : base("withdraw", "Take out what you unstaked, after the unbonding period")
    {
        Add(_id);
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["withdraw", "withdraw 0", "withdraw --node bob --account carol"];

    public override IReadOnlyList<string> Next => ["unstake list", "node show"];

    protected override void Validate(Invocation invocation)
    {
        if (invocation.Value(_id) is { } id)
        {
            RequestId.Parse(id);
        }
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await NodeAsync(session, account, invocation.Value(_node), cancellationToken).ConfigureAwait(false);
        BigInteger? id = invocation.Value(_id) is { } text ? RequestId.Parse(text) : null;
        var plan = await session.Staking.WithdrawAsync(account, owner, id, cancellationToken).ConfigureAwait(false);
        var head = await session.Connection.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        var requests = (await session.Reader.ListRequestsAsync(account, owner, cancellationToken).ConfigureAwait(false))
            .Where(request => id is null ? request.IsMature(head.Time) : request.Id == id)
            .ToList();
        var amount = requests.Aggregate(BigInteger.Zero, (sum, request) => sum + request.Amount);
        var ids = Value.List([.. requests.Select(request => request.Id.ToString())]);
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Withdraw {HumanAmount.Format(amount)} SEND from the node of {name.Text}.",
            plan,
            async (result, token) =>
            {
                var withdrawn = result.Receipt.DecodeAllEvents<WithdrawnEventDTO>().Aggregate(BigInteger.Zero, (sum, log) => sum + log.Event.Amount);
                return new Report($"Withdrew {HumanAmount.Format(withdrawn)} SEND.")
                    .Add("withdrawn", "Withdrawn", Value.Send(withdrawn))
                    .Add("requests", "Requests", ids)
                    .Add("node", "Node", name)
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next("sending-cli unstake list", "sending-cli node show");
            })
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(amount)),
                new("requests", "Requests", ids),
                new("node", "Node", name),
            ],
        };
    }

    /// <summary>Who has delegated only, and to one node, need not name it.</summary>
    private static async Task<string> NodeAsync(Session session, string account, string? named, CancellationToken cancellationToken)
    {
        if (named is not null)
        {
            return await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false);
        }

        var requests = await session.Reader.ListRequestsAsync(account, null, cancellationToken).ConfigureAwait(false);
        var nodes = requests.Select(request => request.Node).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return nodes.Count == 1 ? nodes[0] : account;
    }
}
