using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;

namespace Sending.Chain.Staking;

/// <summary>What must hold before tokens leave; exits depend on no pause and no role.</summary>
public static class ExitChecks
{
    /// <summary>A request to unstake.</summary>
    /// <param name="amount">What is to leave.</param>
    /// <param name="position">What the account has at the node.</param>
    public static IEnumerable<Problem> Unstake(BigInteger amount, PositionView position)
    {
        if (position.Bonded.IsZero)
        {
            yield return Problem.Of(
                "stake",
                $"{position.Account} has nothing staked at the node of {position.Node}. See `sending-cli node show`.",
                ("staked", "0"));
        }
        else if (amount.Sign <= 0)
        {
            yield return Problem.Of("amount", "The amount must be more than 0 SEND.", ("amount", SendAmount.Format(amount)));
        }
        else if (amount > position.Bonded)
        {
            yield return Problem.Of(
                "stake",
                $"{SendAmount.Text(amount)} is more than the {SendAmount.Text(position.Bonded)} that {position.Account} has staked at the node of {position.Node}. "
                + "Take `all` for everything: `sending-cli unstake all`.",
                ("staked", SendAmount.Format(position.Bonded)),
                ("amount", SendAmount.Format(amount)));
        }
    }

    /// <summary>A withdrawal of everything that is mature.</summary>
    /// <param name="requests">The account's open requests.</param>
    /// <param name="chainTime">The newest block's time.</param>
    public static IEnumerable<Problem> Withdraw(IReadOnlyCollection<RequestView> requests, DateTimeOffset chainTime)
    {
        if (requests.Count == 0)
        {
            yield return Problem.Of("request", "There is no open unstake request, so nothing can be withdrawn. Ask first: `sending-cli unstake <amount>`.");
        }
        else if (!requests.Any(request => request.IsMature(chainTime)))
        {
            yield return NotMature(requests.MinBy(request => request.AvailableAt)!, chainTime);
        }
    }

    /// <summary>A withdrawal of one request.</summary>
    /// <param name="id">The number that was asked for.</param>
    /// <param name="request">The request, or null when there is none of that number.</param>
    /// <param name="chainTime">The newest block's time.</param>
    public static IEnumerable<Problem> WithdrawOne(BigInteger id, RequestView? request, DateTimeOffset chainTime)
    {
        if (request is null)
        {
            yield return UnknownRequest(id);
        }
        else if (!request.IsMature(chainTime))
        {
            yield return NotMature(request, chainTime);
        }
    }

    /// <summary>A claim of rewards.</summary>
    /// <param name="position">What the account has at the node.</param>
    /// <param name="node">The node, for what it will release.</param>
    public static IEnumerable<Problem> Claim(PositionView position, NodeView node)
    {
        if (position.ClaimableRewards.IsZero)
        {
            var pending = node.RewardsReleasedAt is { } until && !position.Bonded.IsZero
                ? $" {SendAmount.Text(node.UnreleasedRewards)} of the node's rewards are released evenly until {ChainTime.Format(until)}."
                : "";
            yield return Problem.Of(
                "rewards",
                $"{position.Account} has 0 SEND of released rewards at the node of {position.Node}; there is nothing to claim.{pending} See `sending-cli rewards show`.",
                ("claimable", "0"));
        }
    }

    /// <summary>There is no open request of that number.</summary>
    public static Problem UnknownRequest(BigInteger id)
        => Problem.Of("request", $"There is no open unstake request {id}. See `sending-cli unstake list`.", ("requestId", id.ToString()));

    private static Problem NotMature(RequestView request, DateTimeOffset chainTime)
        => Problem.Of(
            "time",
            $"Request {request.Id} over {SendAmount.Text(request.Amount)} can be withdrawn from {ChainTime.Format(request.AvailableAt)} on, in {Duration.Format(request.AvailableAt - chainTime)}. "
            + $"Run `sending-cli withdraw` then; on a devnet time can be advanced: `sending-cli devnet advance {Duration.Format(request.AvailableAt - chainTime).Replace(" ", "", StringComparison.Ordinal)}`.",
            ("requestId", request.Id.ToString()),
            ("availableAt", ChainTime.Format(request.AvailableAt)),
            ("chainTime", ChainTime.Format(chainTime)));
}
