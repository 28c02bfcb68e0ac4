using Nethereum.Contracts;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Asks for stake back, own or delegated; what <c>unstake</c> and <c>undelegate</c> share.</summary>
internal static class UnstakeRequest
{
    public static async Task<Change> PrepareAsync(
        Session session,
        string owner,
        AmountRequest request,
        string? nodeOption,
        CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var position = await session.Reader.GetPositionAsync(owner, account, cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.UnstakeAsync(account, owner, request, cancellationToken).ConfigureAwait(false);
        var node = await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        var head = await session.Connection.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        var amount = request.Resolve(position.Bonded);
        var after = position.Bonded - amount;
        var name = await session.NameAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Ask for {HumanAmount.Format(amount)} SEND back from the node of {name.Text}.",
            plan,
            async (result, token) =>
            {
                var asked = result.Receipt.DecodeAllEvents<UnstakeRequestedEventDTO>()[0].Event;
                var from = ChainTime.FromUnix(asked.AvailableAt);
                return new Report($"Asked for {HumanAmount.Format(asked.Amount)} SEND back; they can be withdrawn from {ChainTime.Format(from)} on.")
                    .Add("requestId", "Request", Value.Id(asked.RequestId))
                    .Add("amount", "Amount", Value.Send(asked.Amount))
                    .Add("node", "Node", name)
                    .Add("availableAt", "Withdraw from", Value.Time(from))
                    .Add("waiting", "Waiting", Value.Span(rules.UnbondingPeriod))
                    .Add("stakeAfter", "Still staked", Value.Send((await session.Reader.GetPositionAsync(owner, account, token).ConfigureAwait(false)).Bonded))
                    .Add(await session.BalanceAsync(token).ConfigureAwait(false))
                    .Next(NextSteps(session, rules.UnbondingPeriod, nodeOption));
            })
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(amount)),
                new("node", "Node", name),
                new("stakeAfter", "Still staked after", Value.Send(after)),
                new("waiting", "Waiting", Value.Span(rules.UnbondingPeriod)),
                new("availableAt", "Withdraw from", Value.Time(head.Time + rules.UnbondingPeriod)),
            ],
            Warnings = !position.IsDelegation && node.Active && after < rules.MinStake(node.Role)
                ? [$"Your own stake falls below the minimum of {HumanAmount.Format(rules.MinStake(node.Role))} SEND for its role: the node stops being active and earns nothing."]
                : [],
        };
    }

    private static IEnumerable<string> NextSteps(Session session, TimeSpan waiting, string? nodeOption)
    {
        var node = nodeOption is null ? "" : $" --node {nodeOption}";
        if (session.OnDevnet)
        {
            yield return $"sending-cli devnet advance {Duration.Format(waiting).Replace(" ", "", StringComparison.Ordinal)}";
        }

        yield return "sending-cli withdraw" + node;
        yield return "sending-cli unstake cancel <id>" + node;
    }
}
