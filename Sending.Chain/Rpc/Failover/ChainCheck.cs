using System.Globalization;
using System.Text.Json;
using Sending.Chain.Deployments;

namespace Sending.Chain.Rpc.Failover;

/// <summary>
/// Finds whether endpoints are of a deployment's chain: by its chain id (EIP-155), and among several by the hash of the block of the deployment,
/// which tells apart chains with the same id. The first endpoint that is asked says which hash is right.
/// </summary>
/// <param name="deployment">What is deployed where; null when any chain will do.</param>
internal sealed class ChainCheck(Deployment? deployment)
{
    private readonly Lock _lock = new();
    private string? _hash;

    /// <summary>Null when the endpoint is of the chain.</summary>
    public async Task<Failure?> VerifyAsync(RpcEndpoint endpoint, bool alone, CancellationToken cancellationToken)
    {
        if (deployment is null)
        {
            return null;
        }

        var (chainId, failure) = await AskAsync(endpoint, RpcBody.Of("eth_chainId"), result => result.GetString(), cancellationToken);
        if (failure is not null)
        {
            return failure;
        }

        if (ParseChainId(chainId) is not { } id)
        {
            return NoEthereum("an answer without a number");
        }

        if (id != deployment.ChainId)
        {
            return new Failure(FailureKind.WrongChain, $"is of chain {id}") { ChainId = id.ToString(CultureInfo.InvariantCulture) };
        }

        return alone ? null : await VerifyBlockAsync(endpoint, cancellationToken);
    }

    private async Task<Failure?> VerifyBlockAsync(RpcEndpoint endpoint, CancellationToken cancellationToken)
    {
        var block = deployment!.DeployBlock;
        var request = RpcBody.Of("eth_getBlockByNumber", $"0x{block:x}", false);
        var (hash, failure) = await AskAsync(endpoint, request, result => result.ValueKind == JsonValueKind.Object ? result.GetProperty("hash").GetString() : null, cancellationToken);
        if (failure is not null)
        {
            return failure;
        }

        if (hash is null)
        {
            return new Failure(FailureKind.Lagging, $"lacks block {block}, in which the contracts were deployed");
        }

        lock (_lock)
        {
            _hash ??= hash;
            return string.Equals(_hash, hash, StringComparison.OrdinalIgnoreCase)
                ? null
                : new Failure(FailureKind.WrongChain, $"is of another chain {deployment.ChainId}: its block {block} is {hash}, not {_hash}")
                {
                    ChainId = deployment.ChainId.ToString(CultureInfo.InvariantCulture),
                };
        }
    }

    private static async Task<(string? Result, Failure? Failure)> AskAsync(
        RpcEndpoint endpoint,
        RpcBody request,
        Func<JsonElement, string?> read,
        CancellationToken cancellationToken)
    {
        var attempt = await endpoint.AskAsync(request, cancellationToken);
        if (attempt.Failure is not null)
        {
            return (null, attempt.Failure);
        }

        using var document = JsonDocument.Parse(attempt.Answer!);
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
        {
            return (null, NoEthereum(error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) ? message.ToString() : error.ToString()));
        }

        try
        {
            return (read(document.RootElement.GetProperty("result")), null);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or KeyNotFoundException)
        {
            return (null, NoEthereum("an answer of another kind"));
        }
    }

    private static Failure NoEthereum(string why)
        => new(FailureKind.Lasting, $"does not tell its chain ({why}); it is no Ethereum JSON-RPC endpoint");

    private static System.Numerics.BigInteger? ParseChainId(string? text)
        => text is { Length: > 2 and < 70 } && text.StartsWith("0x", StringComparison.Ordinal)
            && System.Numerics.BigInteger.TryParse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
