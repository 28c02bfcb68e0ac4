using Sending.Chain.Epochs;
using Sending.Chain.Events.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>
/// The protocol's state as its events tell it: nodes and stakes, credit lines, commitments and scores, settlements, parameters, identities and
/// proposals. What changes with time alone is not stored but computed from it, see <see cref="ProtocolState"/>.
/// </summary>
/// <param name="clock">The deployment's epoch clock, which no event tells and nobody can change.</param>
public sealed class ProtocolProjection(EpochClock clock) : IProjection
{
    private readonly EventHandlers _handlers = new EventHandlers()
        .AddStaking(clock)
        .AddCredit()
        .AddWork()
        .AddRewards()
        .AddParameters()
        .AddIdentities()
        .AddGovernance();

    /// <inheritdoc/>
    public string Name => "protocol";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public string Schema { get; } = string.Join(
        '\n',
        StakingTables.Schema,
        CreditTables.Schema,
        WorkTables.Schema,
        RewardTables.Schema,
        ParameterTables.Schema,
        IdentityTables.Schema,
        GovernanceTables.Schema);

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables { get; } =
    [
        .. StakingTables.Names,
        .. CreditTables.Names,
        .. WorkTables.Names,
        .. RewardTables.Names,
        .. ParameterTables.Names,
        .. IdentityTables.Names,
        .. GovernanceTables.Names,
    ];

    /// <inheritdoc/>
    public void Apply(IProjectionSession session, ChainEvent chainEvent) => _handlers.Apply(session, chainEvent);
}
