using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Chain.Http.Hosting;
using Sending.Chain.Rpc;
using Sending.Chain.Staking;

namespace Sending.Edge;

/// <summary>An Edge as a service: <c>dotnet run --project Sending.Edge</c> and <c>sending-cli edge run</c> are this.</summary>
public static class EdgeService
{
    /// <summary>Names the service.</summary>
    public const string Kind = "edge";

    /// <summary>Where it listens when the operator says nothing.</summary>
    public const int DefaultPort = 8090;

    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="options">What the operator said.</param>
    /// <param name="input">Standard input, where the account's password may come from.</param>
    /// <param name="started">Told where it listens, once it does.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="cancellationToken">Ends it in order.</param>
    /// <exception cref="SendingException">The account cannot be used or operates no Edge; the node, the address or the files cannot be used.</exception>
    public static async Task RunAsync(ServiceOptions options, TextReader input, Action<ServiceAddress> started, TimeProvider time, CancellationToken cancellationToken)
    {
        var account = await ServiceAccount.UnlockAsync(options, input, cancellationToken)
            ?? throw new SendingException(ErrorCode.InvalidInput, "An Edge cannot go without its operator's key. Leave --observe out.");
        using var context = await ServiceContext.OpenAsync(options, account, time, cancellationToken);
        var owner = await FindNodeAsync(context.Connection, account, cancellationToken);
        await ServiceHost.RunAsync(context, services => EdgeParts.Add(services, context, owner, account), EdgeParts.Map, started, cancellationToken);
    }

    /// <summary>The owner of the node that an account operates.</summary>
    private static async Task<string> FindNodeAsync(ChainConnection connection, UnlockedAccount account, CancellationToken cancellationToken)
    {
        var node = await connection.Staking.ControlledNodeQueryAsync(account.Address).WaitAsync(cancellationToken);
        return (NodeRole)node.Role == NodeRole.Edge
            ? AddressUtil.Current.ConvertToChecksumAddress(node.Node)
            : throw new SendingException(
                ErrorCode.CheckFailed,
                $"{account.Address} operates no Edge. Register one first: `sending-cli stake 10000 --role edge --endpoint <public URL>`, by this account or with it as operator.",
                new Dictionary<string, string> { ["check"] = "node", ["account"] = account.Address });
    }
}
