using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Sending.Chain.Errors;
using Sending.Chain.Reverts;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>Tries calls out on a node, at no cost.</summary>
internal sealed class Simulation(ChainConnection connection, RevertDecoder reverts)
{
    /// <summary>The gas that a call needs.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.Reverted"/> with the decoded reason; <see cref="ErrorCode.NodeRefused"/>.</exception>
    public async Task<BigInteger> EstimateAsync(TransactionCall call, CancellationToken cancellationToken)
    {
        try
        {
            return (await connection.Web3.Eth.Transactions.EstimateGas.SendRequestAsync(call.ToInput()).WaitAsync(cancellationToken)).Value;
        }
        catch (RpcResponseException error)
        {
            throw Explain(call, error);
        }
    }

    /// <summary>Whether a call succeeds within a gas limit that was set before.</summary>
    /// <exception cref="SendingException">As for <see cref="EstimateAsync"/>; <see cref="ErrorCode.Reverted"/> too when the limit is too low.</exception>
    public async Task TryAsync(TransactionCall call, BigInteger gasLimit, CancellationToken cancellationToken)
    {
        var estimate = await EstimateAsync(call, cancellationToken);
        if (estimate > gasLimit)
        {
            throw new SendingException(
                ErrorCode.Reverted,
                $"{call.Function} needs {estimate} gas now, more than its limit of {gasLimit}. Prepare it anew.",
                new Dictionary<string, string> { ["error"] = "outOfGas" });
        }
    }

    /// <summary>The tip that the node suggests.</summary>
    /// <param name="otherwise">The tip when it suggests none; wei per gas.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BigInteger> SuggestTipAsync(BigInteger otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return (await connection.Web3.Client.SendRequestAsync<HexBigInteger>("eth_maxPriorityFeePerGas").WaitAsync(cancellationToken)).Value;
        }
        catch (RpcResponseException)
        {
            return otherwise;
        }
    }

    private SendingException Explain(TransactionCall call, RpcResponseException error)
        => reverts.Describe(error) is { } reason
            ? new SendingException(ErrorCode.Reverted, reason.Sentence, reason.Details, error)
            : new SendingException(ErrorCode.NodeRefused, $"The node refuses to simulate {call.Function}: {error.RpcError.Message}", null, error);
}
