using System.Numerics;

namespace Sending.Chain.Staking;

/// <summary>A registered node. Amounts in the smallest unit of SEND.</summary>
/// <param name="Owner">The account that the node is keyed by.</param>
/// <param name="Role">Its role.</param>
/// <param name="Index">Sequential within the role, from 0.</param>
/// <param name="Operator">The hot key.</param>
/// <param name="Active">Whether its own stake reaches the role's minimum and it is neither suspended nor tombstoned.</param>
/// <param name="Suspended">Whether it is a guardian that was suspended for inactivity.</param>
/// <param name="Tombstoned">Whether slashing has closed it for ever.</param>
/// <param name="Commission">Owner's part of the rewards now, in basis points.</param>
/// <param name="NextCommission">The commission that waits to come into force, and when; null when none does.</param>
/// <param name="Bonded">Bonded stake, own and delegated.</param>
/// <param name="OwnBonded">The owner's part of it.</param>
/// <param name="Unbonding">Stake on its way out, own and delegated.</param>
/// <param name="OwnUnbonding">The owner's part of it.</param>
/// <param name="Weight">What counts for votes and capacity.</param>
/// <param name="UnreleasedRewards">Rewards that are not released yet.</param>
/// <param name="RewardsReleasedAt">When the last of them will be; null when there are none.</param>
/// <param name="LastSeenEpoch">A guardian's last reveal, registration or resumption.</param>
public sealed record NodeView(
    string Owner,
    NodeRole Role,
    BigInteger Index,
    string Operator,
    bool Active,
    bool Suspended,
    bool Tombstoned,
    BigInteger Commission,
    CommissionChange? NextCommission,
    BigInteger Bonded,
    BigInteger OwnBonded,
    BigInteger Unbonding,
    BigInteger OwnUnbonding,
    BigInteger Weight,
    BigInteger UnreleasedRewards,
    DateTimeOffset? RewardsReleasedAt,
    BigInteger LastSeenEpoch)
{
    /// <summary>Public base URL of its HTTP service; null when it has emitted none, or when it was not asked for.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Bonded stake of delegators.</summary>
    public BigInteger DelegatedBonded => Bonded - OwnBonded;
}

/// <summary>A commission that is not in force yet.</summary>
/// <param name="Commission">In basis points.</param>
/// <param name="EffectiveAt">From when on.</param>
public sealed record CommissionChange(BigInteger Commission, DateTimeOffset EffectiveAt);

/// <summary>An account's part of a node. Amounts in the smallest unit of SEND.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Account">Whose part it is; the owner's own stake when it is the same as <paramref name="Node"/>.</param>
/// <param name="Bonded">What its shares are worth now.</param>
/// <param name="ClaimableRewards">Released rewards, not claimed yet.</param>
public sealed record PositionView(string Node, string Account, BigInteger Bonded, BigInteger ClaimableRewards)
{
    /// <summary>Whether it is delegated stake.</summary>
    public bool IsDelegation => !string.Equals(Node, Account, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An open unstake request.</summary>
/// <param name="Node">The node's owner.</param>
/// <param name="Account">Who asked.</param>
/// <param name="Id">Its number among the account's requests at this node.</param>
/// <param name="Amount">What it pays now, in the smallest unit; slashing lowers it.</param>
/// <param name="AvailableAt">From when on it can be withdrawn.</param>
public sealed record RequestView(string Node, string Account, BigInteger Id, BigInteger Amount, DateTimeOffset AvailableAt)
{
    /// <summary>Whether it can be withdrawn at <paramref name="chainTime"/>.</summary>
    public bool IsMature(DateTimeOffset chainTime) => chainTime >= AvailableAt;
}

/// <summary>What an account holds outside of staking.</summary>
/// <param name="Account">The account.</param>
/// <param name="Send">SEND in the smallest unit.</param>
/// <param name="Eth">ETH in wei.</param>
public sealed record BalanceView(string Account, BigInteger Send, BigInteger Eth);
