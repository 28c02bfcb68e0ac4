using Sending.Chain.Transactions;

namespace Sending.Cli.Commands.Tx;

/// <summary>A transaction's state in a word or two.</summary>
internal static class TxStates
{
    public static string Of(OutboxEntry entry) => entry switch
    {
        { Outcome.Succeeded: false } => "reverted",
        { State: OutboxState.Recorded or OutboxState.Signed } => "not sent yet",
        { State: OutboxState.Sent } => "sent",
        { State: OutboxState.Mined or OutboxState.Final } => "mined",
        { State: OutboxState.Refused } => "refused",
        { State: OutboxState.Cancelled } => "withdrawn",
        _ => "expired",
    };
}
