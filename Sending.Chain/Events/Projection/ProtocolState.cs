using Microsoft.Data.Sqlite;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Events.Storage;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>
/// The protocol's state at one block, as indexed: all of it is of that block, whatever is written meanwhile. Amounts are in the smallest unit
/// of SEND, addresses by EIP-55; what hangs on time is that of the block's timestamp.
/// </summary>
public sealed class ProtocolState : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private ProtocolState(SqliteConnection connection, SqliteTransaction transaction, IndexedBlock block, EpochClock clock, ContractAddresses contracts)
    {
        _connection = connection;
        _transaction = transaction;
        Block = block;
        Clock = clock;
        Epoch = block.Time < clock.Genesis ? 0 : clock.EpochAt(block.Time);
        Parameters = new ParameterState(connection);
        Staking = new StakingState(connection, block.Time, Epoch, Parameters);
        Credit = new CreditState(connection);
        Work = new WorkState(connection, clock, block.Time, Parameters);
        Settlements = new SettlementState(connection, clock, block.Time);
        Identities = new IdentityState(connection);
        Governance = new GovernanceState(connection);
        History = new EventHistory(connection, contracts);
    }

    /// <summary>The block.</summary>
    public IndexedBlock Block { get; }

    /// <summary>The epoch clock.</summary>
    public EpochClock Clock { get; }

    /// <summary>The epoch that the block is in.</summary>
    public long Epoch { get; }

    /// <summary>Parameters by epoch.</summary>
    public ParameterState Parameters { get; }

    /// <summary>Nodes and stakes.</summary>
    public StakingState Staking { get; }

    /// <summary>Credit lines.</summary>
    public CreditState Credit { get; }

    /// <summary>Commitments, challenges and scores.</summary>
    public WorkState Work { get; }

    /// <summary>Settlements and claims.</summary>
    public SettlementState Settlements { get; }

    /// <summary>Decentralized identifiers.</summary>
    public IdentityState Identities { get; }

    /// <summary>Proposals and votes.</summary>
    public GovernanceState Governance { get; }

    /// <summary>The events themselves.</summary>
    public EventHistory History { get; }

    /// <summary>A block that is indexed; null for one that is not, among them those without events that nothing can take back any more.</summary>
    /// <param name="number">The block's number.</param>
    public IndexedBlock? FindBlock(long number) => _connection
        .Query("SELECT number, hash, parent, time FROM blocks WHERE number = $number", SqliteChainStore.ReadBlock, ("$number", number))
        .SingleOrDefault();

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    /// <summary>The newest state in a file; null while nothing is indexed.</summary>
    public static ProtocolState? Open(StateFile file, EpochClock clock, ContractAddresses contracts)
    {
        var connection = file.Connect();
        try
        {
            // The first read fixes what all others see.
            var transaction = connection.BeginTransaction(deferred: true);
            var block = connection
                .Query("SELECT b.number, b.hash, b.parent, b.time FROM blocks b JOIN cursor c ON c.number = b.number", SqliteChainStore.ReadBlock)
                .SingleOrDefault();
            if (block is not null)
            {
                return new ProtocolState(connection, transaction, block, clock, contracts);
            }

            transaction.Dispose();
            connection.Dispose();
            return null;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
