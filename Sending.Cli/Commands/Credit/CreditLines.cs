using System.CommandLine;
using Sending.Chain.Staking;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Credit;

/// <summary>What the commands about credit lines take alike.</summary>
internal static class CreditLines
{
    public static Option<string> Edge(string otherwise) =>
        new("--edge") { HelpName = "name|address", Description = $"Owner of the Edge that the line pays{otherwise}" };

    /// <summary>The Edge of the named line; who has one line only need not name it.</summary>
    public static async Task<string> EdgeAsync(Session session, string payer, string? named, CancellationToken cancellationToken)
    {
        if (named is not null)
        {
            return await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false);
        }

        var lines = await session.Credits.ListOfAsync(payer, cancellationToken).ConfigureAwait(false);
        return lines is [var only]
            ? only.Edge
            : throw CliException.Usage(
                "invalid_input",
                lines.Count == 0
                    ? "You have no credit at any Edge. Begin with `sending-cli credit deposit <amount> --edge <owner>`."
                    : $"You have credit at {lines.Count} Edges; say which: --edge <owner>, see `sending-cli credit show`.");
    }

    /// <summary>Told before credit goes to an account that runs no Edge: nobody would use it.</summary>
    public static IReadOnlyList<string> Warnings(NodeView? node, string edge)
        => node switch
        {
            null => [$"{edge} has no node: nobody there relays for this credit. It can be asked back."],
            { Role: not NodeRole.Edge } => [$"The node of {edge} is of role {NodeRoles.Name(node.Role)}, no Edge: nobody there relays for this credit. It can be asked back."],
            { Active: false } => [$"The Edge of {edge} is not active now."],
            _ => [],
        };
}
