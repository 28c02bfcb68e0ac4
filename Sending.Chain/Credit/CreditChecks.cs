using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;

namespace Sending.Chain.Credit;

/// <summary>What must hold before credit is put down, asked back, or paid out.</summary>
public static class CreditChecks
{
    /// <summary>A deposit.</summary>
    /// <param name="amount">What is put down.</param>
    /// <param name="balance">What the depositor holds.</param>
    /// <param name="minimum">Least that a deposit has to be.</param>
    /// <param name="pausedUntil">End of a pause that is on, or null.</param>
    public static IEnumerable<Problem> Deposit(BigInteger amount, BalanceView balance, BigInteger minimum, DateTimeOffset? pausedUntil)
    {
        if (pausedUntil is { } end)
        {
            yield return Problem.Of("paused", $"Deposits are paused until {ChainTime.Format(end)}. Try again then; withdrawals work.", ("until", ChainTime.Format(end)));
        }

        if (amount < minimum)
        {
            yield return Problem.Of(
                "minimumDeposit",
                $"{SendAmount.Text(amount)} is below the least deposit of {SendAmount.Text(minimum)}.",
                ("amount", SendAmount.Format(amount)),
                ("minimum", SendAmount.Format(minimum)));
        }
        else
        {
            foreach (var problem in EntryChecks.Balance(amount, balance, "Deposit", "deposited"))
            {
                yield return problem;
            }
        }
    }

    /// <summary>A request for credit back.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="edge">At which Edge.</param>
    /// <param name="line">The line there, or null.</param>
    public static IEnumerable<Problem> Request(BigInteger amount, string edge, CreditLineView? line)
    {
        if (line is null)
        {
            yield return NoLine(edge);
            yield break;
        }

        var free = line.Balance - line.Requested;
        if (amount.Sign <= 0 || amount > free)
        {
            yield return Problem.Of(
                "credit",
                free.IsZero
                    ? $"All of the {SendAmount.Text(line.Balance)} of the line at {edge} is asked back already."
                    : $"Of the line at {edge} {SendAmount.Text(free)} can be asked back; {SendAmount.Text(amount)} were. Take `all` for everything.",
                ("free", SendAmount.Format(free)),
                ("amount", SendAmount.Format(amount)));
        }
    }

    /// <summary>A payout.</summary>
    /// <param name="edge">At which Edge.</param>
    /// <param name="line">The line there, or null.</param>
    public static IEnumerable<Problem> Withdraw(string edge, CreditLineView? line)
    {
        if (line is null)
        {
            yield return NoLine(edge);
        }
        else if (line.RequestEpoch is not { } epoch)
        {
            yield return Problem.Of("request", $"Nothing is asked back of the line at {edge}. Ask first: `sending-cli credit request all --edge {edge}`.", ("edge", edge));
        }
        else if (!line.Withdrawable)
        {
            yield return Problem.Of(
                "epoch",
                $"{SendAmount.Text(line.Requested)} were asked back in epoch {epoch}, which is not closed yet: its settlement has to be final, or it lapses"
                + (line.Closing is { } closing ? $", at the latest at {ChainTime.Format(closing.Latest)}" : "")
                + ". See `sending-cli credit show`.",
                ("epoch", $"{epoch}"),
                ("requested", SendAmount.Format(line.Requested)));
        }
    }

    private static Problem NoLine(string edge) => Problem.Of("line", $"You have no credit at {edge}. See `sending-cli credit show`.", ("edge", edge));
}
