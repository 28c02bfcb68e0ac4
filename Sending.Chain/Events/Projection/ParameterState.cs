using System.Numerics;
using Microsoft.Data.Sqlite;
using Sending.Chain.Events.Storage;
using Sending.Chain.Staking;
using Sending.Chain.Storage;

namespace Sending.Chain.Events.Projection;

/// <summary>The governed parameters by epoch.</summary>
public sealed class ParameterState
{
    private readonly SqliteConnection _connection;

    internal ParameterState(SqliteConnection connection) => _connection = connection;

    /// <summary>The value in force in <paramref name="epoch"/>; of a future one, what it will be if nothing else is set.</summary>
    public BigInteger ValueAt(ProtocolParameter parameter, long epoch) => Word.Number(
        _connection.Scalar<byte[]>(
            "SELECT value FROM parameters WHERE parameter = $parameter AND from_epoch <= $epoch ORDER BY from_epoch DESC LIMIT 1",
            ("$parameter", (long)parameter),
            ("$epoch", epoch)) ?? []);
}
