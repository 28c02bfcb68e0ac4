using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Takes an unstake request back; its tokens are staked again.</summary>
internal sealed class UnstakeCancelCommand : TransactionCommand
{
    private readonly Argument<string> _id = new("id") { Description = "Number of the request, from `unstake list`" };
    private readonly Option<string> _node = Common.Node("your own");

    public UnstakeCancelCommand()
        : base("cancel", "Take an unstake request back: its tokens are staked again")
    {
        Add(_id);
        Add(_node);
    }

    public override IReadOnlyList<string> Examples => ["unstake cancel 0", "unstake cancel 2 --node bob --account carol"];

    public override IReadOnlyList<string> Next => ["unstake list", "node show"];

    protected override void Validate(Invocation invocation) => RequestId.Parse(invocation.Value(_id)!);

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var id = RequestId.Parse(invocation.Value(_id)!);
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var owner = await session.NodeAsync(invocation.Value(_node), cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.CancelUnstakeAsync(account, owner, id, cancellationToken).ConfigureAwait(false);
        var request = (await session.Reader.FindRequestAsync(owner, account, id, cancellationToken).ConfigureAwait(false))!;
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Take request {id} back: {HumanAmount.Format(request.Amount)} SEND are staked again.",
            plan,
            async (_, token) => new Report($"Request {id} is cancelled; {HumanAmount.Format(request.Amount)} SEND are staked again.")
                .Add("requestId", "Request", Value.Id(id))
                .Add("amount", "Amount", Value.Send(request.Amount))
                .Add("node", "Node", name)
                .Add("stakeAfter", "Staked", Value.Send((await session.Reader.GetPositionAsync(owner, account, token).ConfigureAwait(false)).Bonded))
                .Next("sending-cli unstake list", "sending-cli node show"))
        {
            Preview =
            [
                new("requestId", "Request", Value.Id(id)),
                new("amount", "Amount", Value.Send(request.Amount)),
                new("node", "Node", name),
            ],
        };
    }
}

/// <summary>Numbers of unstake requests on the command line.</summary>
internal static class RequestId
{
    /// <exception cref="CliException">It is no whole number.</exception>
    public static BigInteger Parse(string text) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw CliException.Usage("invalid_input", $"'{text}' is not a request's number; see `sending-cli unstake list`.");
}
