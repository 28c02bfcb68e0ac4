using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events;

/// <summary>
/// Lists the events of a contract page by page: in ranges of blocks that halve when the provider refuses one and grow again afterwards,
/// so that neither side ever holds more than one page.
/// </summary>
/// <param name="connection">The node.</param>
/// <param name="blocksPerRequest">Most blocks to ask for at once.</param>
public sealed class EventReader(ChainConnection connection, int blocksPerRequest = 5_000)
{
    /// <summary>Events from the deployment block to the newest, oldest first.</summary>
    /// <param name="contract">The contract's address.</param>
    /// <param name="indexed">
    /// Wanted values of the indexed arguments in order, from <see cref="EventTopic"/>; null for any. Missing ones at the end match anything.
    /// </param>
    /// <param name="cancellationToken">Stops between and during requests.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.NodeRefused"/>: the provider refuses even a single block.</exception>
    public async IAsyncEnumerable<EventLog<TEvent>> ReadAsync<TEvent>(
        string contract,
        IReadOnlyList<string?> indexed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TEvent : class, IEventDTO, new()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocksPerRequest, 1);
        object?[] topics = [ABITypedRegistry.GetEvent<TEvent>().Sha3Signature.EnsureHexPrefix(), .. indexed];
        var last = (await connection.GetHeadAsync(cancellationToken)).Number;
        var size = (long)blocksPerRequest;
        for (var first = connection.Deployment.DeployBlock; first <= last;)
        {
            var end = Math.Min(first + size - 1, last);
            if (await TryReadRangeAsync(contract, topics, first, end, cancellationToken) is not { } logs)
            {
                size = Math.Max(1, (end - first + 1) / 2);
                continue;
            }

            foreach (var log in logs.DecodeAllEvents<TEvent>())
            {
                yield return log;
            }

            first = end + 1;
            size = Math.Min(size * 2, blocksPerRequest);
        }
    }

    private async Task<FilterLog[]?> TryReadRangeAsync(
        string contract,
        object?[] topics,
        long first,
        long end,
        CancellationToken cancellationToken)
    {
        var filter = new NewFilterInput
        {
            Address = [contract],
            Topics = topics!,
            FromBlock = new BlockParameter(new HexBigInteger(first)),
            ToBlock = new BlockParameter(new HexBigInteger(end)),
        };
        try
        {
            return await connection.Web3.Eth.Filters.GetLogs.SendRequestAsync(filter).WaitAsync(cancellationToken);
        }
        catch (RpcResponseException) when (end > first)
        {
            return null;
        }
        catch (RpcResponseException error)
        {
            throw new SendingException(
                ErrorCode.NodeRefused,
                $"The node at {connection.RpcUrls} refuses to list the events of block {first}: {error.RpcError.Message}",
                new Dictionary<string, string> { ["block"] = first.ToString(CultureInfo.InvariantCulture) },
                error);
        }
    }
}

/// <summary>Indexed event arguments as the 32-byte topics of a log filter.</summary>
public static class EventTopic
{
    /// <summary>An address.</summary>
    public static string Address(string address) => "0x" + address.RemoveHexPrefix().ToLowerInvariant().PadLeft(64, '0');

    /// <summary>An unsigned number.</summary>
    public static string Number(BigInteger number) => "0x" + number.ToString("x", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(64, '0');
}
