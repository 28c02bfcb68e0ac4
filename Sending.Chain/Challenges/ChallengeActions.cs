using System.Buffers.Binary;
using System.Security.Cryptography;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Chain.Work;

namespace Sending.Chain.Challenges;

/// <summary>The ways to doubt a commitment, to defend it and to condemn it: the checks first, then the simulation; problems end as in <see cref="StakingActions"/>.</summary>
/// <param name="connection">The node.</param>
/// <param name="reader">Where commitments stand.</param>
/// <param name="balances">What accounts hold.</param>
/// <param name="planner">Simulates and prices.</param>
public sealed class ChallengeActions(ChainConnection connection, ChallengeReader reader, StakingReader balances, TransactionPlanner planner)
{
    /// <summary>A unit of a commitment that was not challenged yet, drawn by randomness that nobody can foresee.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: there is none.</exception>
    public static ulong DrawUnit(TrialView trial)
    {
        if (trial.Commitment is not { } commitment || commitment.Units <= trial.Challenges.Count)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"{trial.Edge} has no unit of epoch {trial.Epoch} that was not challenged yet. See `sending-cli challenge list`.",
                new Dictionary<string, string> { ["check"] = "unit" });
        }

        // The n-th of the units that are free, so that one is found however many are taken. Of 128 bits the remainder is even enough.
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var unit = (long)(BinaryPrimitives.ReadUInt128LittleEndian(random) % (UInt128)(commitment.Units - trial.Challenges.Count));
        foreach (var taken in trial.Challenges.Select(challenge => challenge.Unit).Order())
        {
            unit += taken <= unit ? 1 : 0;
        }

        return (ulong)unit;
    }

    /// <summary>What WorkProofs has to be allowed first, before <see cref="ChallengeAsync"/> can be simulated; null when it is allowed enough.</summary>
    /// <param name="account">The challenger.</param>
    /// <param name="epoch">The commitment's epoch.</param>
    /// <param name="edge">The commitment's Edge.</param>
    /// <param name="unit">The doubted unit.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan?> ApproveAsync(string account, long epoch, string edge, ulong unit, CancellationToken cancellationToken)
    {
        var trial = await CheckChallengeAsync(account, epoch, edge, unit, cancellationToken);
        return await reader.GetAllowanceAsync(account, cancellationToken) >= trial.Bond
            ? null
            : await planner.PrepareAsync(Calls(epoch, edge, account).Approve(trial.Bond), cancellationToken);
    }

    /// <summary>Asks for the proof of a unit; WorkProofs takes the bond of what it is allowed.</summary>
    /// <inheritdoc cref="ApproveAsync" path="/param"/>
    public async Task<TransactionPlan> ChallengeAsync(string account, long epoch, string edge, ulong unit, CancellationToken cancellationToken)
    {
        await CheckChallengeAsync(account, epoch, edge, unit, cancellationToken);
        return await planner.PrepareAsync(Calls(epoch, edge, account).Challenge(unit), cancellationToken);
    }

    /// <summary>Proves challenged units; their bonds are the account's.</summary>
    /// <param name="account">Who answers: anybody.</param>
    /// <param name="epoch">The commitment's epoch.</param>
    /// <param name="edge">The commitment's Edge.</param>
    /// <param name="proven">The units, each with the leaf that covers it.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> AnswerAsync(
        string account,
        long epoch,
        string edge,
        IReadOnlyList<(ulong Unit, LeafEvidence Leaf)> proven,
        CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(ChallengeChecks.Answer(await reader.GetAsync(epoch, edge, cancellationToken), [.. proven.Select(each => each.Unit)]));
        return await planner.PrepareAsync(Calls(epoch, edge, account).Answer(proven), cancellationToken);
    }

    /// <summary>Convicts an Edge by a unit that nobody proved in time; anybody may.</summary>
    public async Task<TransactionPlan> ConvictAsync(string account, long epoch, string edge, ulong unit, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(ChallengeChecks.Convict(await reader.GetAsync(epoch, edge, cancellationToken), unit));
        return await planner.PrepareAsync(Calls(epoch, edge, account).Convict(unit), cancellationToken);
    }

    /// <summary>Pays the bonds of units that nobody proved back to their challengers; anybody may.</summary>
    public async Task<TransactionPlan> RefundAsync(string account, long epoch, string edge, IReadOnlyList<ulong> units, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(ChallengeChecks.Refund(await reader.GetAsync(epoch, edge, cancellationToken), units));
        return await planner.PrepareAsync(Calls(epoch, edge, account).Refund(units), cancellationToken);
    }

    /// <summary>Convicts an Edge by a leaf of its commitment that is no receipt; the account is the reporter.</summary>
    public async Task<TransactionPlan> ProveInvalidAsync(string account, long epoch, string edge, LeafEvidence leaf, CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(ChallengeChecks.Prove(await reader.GetAsync(epoch, edge, cancellationToken)));
        return await planner.PrepareAsync(Calls(epoch, edge, account).ProveInvalid(leaf), cancellationToken);
    }

    /// <summary>Convicts an Edge by two leaves of its commitment that are equal or out of order; the account is the reporter.</summary>
    /// <param name="account">Who reports.</param>
    /// <param name="epoch">The commitment's epoch.</param>
    /// <param name="edge">The commitment's Edge.</param>
    /// <param name="first">The leaf further left.</param>
    /// <param name="second">The leaf further right.</param>
    /// <param name="cancellationToken">Gives up; nothing is sent here.</param>
    public async Task<TransactionPlan> ProveDisorderAsync(
        string account,
        long epoch,
        string edge,
        LeafEvidence first,
        LeafEvidence second,
        CancellationToken cancellationToken)
    {
        Problems.ThrowIfAny(ChallengeChecks.Prove(await reader.GetAsync(epoch, edge, cancellationToken)));
        return await planner.PrepareAsync(Calls(epoch, edge, account).ProveDisorder(first, second), cancellationToken);
    }

    private async Task<TrialView> CheckChallengeAsync(string account, long epoch, string edge, ulong unit, CancellationToken cancellationToken)
    {
        var trial = await reader.GetAsync(epoch, edge, cancellationToken);
        Problems.ThrowIfAny(ChallengeChecks.Challenge(trial, unit, await balances.GetBalanceAsync(account, cancellationToken)));
        return trial;
    }

    private ChallengeCalls Calls(long epoch, string edge, string account) => new(connection.Deployment.Contracts, epoch, edge, account);
}
