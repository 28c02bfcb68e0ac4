using System.Globalization;
using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Staking;

namespace Sending.Chain.Devnet;

/// <summary>A node that a devnet registers and runs; its account is owner and operator.</summary>
/// <param name="Name">Its account's name, and the service's, such as <c>edge-1</c>.</param>
/// <param name="Role">What it is.</param>
/// <param name="Stake">What it stakes, in the smallest unit of SEND.</param>
internal sealed record DevnetNodePlan(string Name, NodeRole Role, BigInteger Stake)
{
    /// <summary>The command group that runs it.</summary>
    public string Kind => Role.ToString().ToLowerInvariant();
}

/// <summary>The nodes of a devnet.</summary>
internal static class DevnetCast
{
    /// <summary>So many accounts of the node's own have ETH and no other part.</summary>
    private const int MostAccounts = 18;

    private static readonly BigInteger s_guardianStake = 150_000 * SendAmount.One;
    private static readonly BigInteger s_edgeStake = 25_000 * SendAmount.One;

    /// <summary>The nodes that were asked for, Guardians first.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: too many.</exception>
    public static IReadOnlyList<DevnetNodePlan> Of(DevnetOptions options)
    {
        IReadOnlyList<DevnetNodePlan> nodes =
        [
            .. Numbered("guardian", options.Guardians).Select(name => new DevnetNodePlan(name, NodeRole.Guardian, s_guardianStake)),
            .. Numbered("edge", options.Edges).Select(name => new DevnetNodePlan(name, NodeRole.Edge, s_edgeStake)),
        ];
        return options.AccountNames.Count + nodes.Count <= MostAccounts
            ? nodes
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"A devnet has room for {MostAccounts - options.AccountNames.Count} services, not for {nodes.Count}.",
                new Dictionary<string, string> { ["services"] = nodes.Count.ToString(CultureInfo.InvariantCulture) });
    }

    private static IEnumerable<string> Numbered(string kind, int count) => Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}"));
}
