using System.Numerics;

namespace Sending.Chain.Holdings;

/// <summary>What an account has, in the smallest unit of SEND.</summary>
/// <param name="Account">Its address.</param>
/// <param name="Liquid">On the account itself.</param>
/// <param name="Staked">Its stake at nodes, bonded or on its way out, at what it is worth now.</param>
/// <param name="Rewards">Released rewards that it can claim.</param>
/// <param name="Credit">Left on its credit lines after what final settlements charged.</param>
public sealed record AccountHoldings(string Account, BigInteger Liquid, BigInteger Staked, BigInteger Rewards, BigInteger Credit)
{
    /// <summary>All of it.</summary>
    public BigInteger Total => Liquid + Staked + Rewards + Credit;
}

/// <summary>Who has what of SEND at one block, in its smallest unit: accounts, and what the contracts hold for nobody in particular.</summary>
/// <param name="Block">The block.</param>
/// <param name="Accounts">Those that were asked for, and everybody who ever had a stake or a credit line.</param>
/// <param name="Fund">The reward fund, with what is on its way there: slashed stake, charges of final settlements.</param>
/// <param name="Uncollected">Settled for nodes, and not collected by them yet.</param>
/// <param name="Unreleased">Collected by nodes, and not released to those who staked yet.</param>
/// <param name="Bonds">Bonds of open challenges.</param>
/// <param name="Dust">What rounding left at the staking contract, and what somebody gave it by mistake.</param>
/// <param name="Supply">All SEND there is.</param>
public sealed record Holdings(
    long Block,
    IReadOnlyList<AccountHoldings> Accounts,
    BigInteger Fund,
    BigInteger Uncollected,
    BigInteger Unreleased,
    BigInteger Bonds,
    BigInteger Dust,
    BigInteger Supply)
{
    /// <summary>All of the above; less than <see cref="Supply"/> when an account that holds SEND was not asked for.</summary>
    public BigInteger Total => Accounts.Aggregate(BigInteger.Zero, (sum, account) => sum + account.Total) + Fund + Uncollected + Unreleased + Bonds + Dust;
}
