using Sending.Chain.Contracts.ProtocolConfig.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Parameters by the epoch from which they are in force.</summary>
internal static class ParameterTables
{
    public const string Schema = """
        CREATE TABLE parameters (parameter INTEGER NOT NULL, from_epoch INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY (parameter, from_epoch)) STRICT;
        """;

    public static readonly string[] Names = ["parameters"];

    public static EventHandlers AddParameters(this EventHandlers handlers) => handlers
        .On<ParameterSetEventDTO>(nameof(ContractAddresses.ProtocolConfig), (session, _, e) => session.Execute(
            "INSERT INTO parameters VALUES ($parameter, $epoch, $value) ON CONFLICT DO UPDATE SET value = excluded.value",
            ("$parameter", (long)e.Parameter),
            ("$epoch", (long)e.FromEpoch),
            ("$value", Of(e.Value))));
}
