using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Guardian;

/// <summary>Which guardian it is.</summary>
/// <param name="Owner">Owner of the node (EIP-55).</param>
/// <param name="Operator">The hot key's address, which sends and signs (EIP-55).</param>
public sealed record GuardianIdentity(string Owner, string Operator)
{
    /// <summary>The guardian that a key acts for.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: it acts for none.</exception>
    public static async Task<GuardianIdentity> FindAsync(ChainConnection connection, string key, CancellationToken cancellationToken)
    {
        var controlled = await connection.Staking.ControlledNodeQueryAsync(key).WaitAsync(cancellationToken);
        return (NodeRole)controlled.Role == NodeRole.Guardian
            ? new GuardianIdentity(controlled.Node, key)
            : throw new SendingException(
                ErrorCode.CheckFailed,
                $"{key} acts for no guardian. Register one with `sending-cli stake <amount> --role guardian --operator {key}`, or run with --observe.",
                new Dictionary<string, string> { ["check"] = "node", ["account"] = key });
    }

    /// <summary>Whether an address is the node's owner.</summary>
    public bool Owns(string address) => address.Equals(Owner, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether its signature of an epoch's settlement counts: it had stake at the epoch's end, and the key is the node's operator now.</summary>
    internal bool MaySign(ProtocolState state, long epoch)
        => state.Staking.FindNode(Owner) is { } node
            && node.Operator.Equals(Operator, StringComparison.OrdinalIgnoreCase)
            && !state.Staking.WeightBefore(Owner, state.Clock.StartOf(epoch + 1)).IsZero;
}
