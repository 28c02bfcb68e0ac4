using Microsoft.AspNetCore.Http;
using Sending.Chain.Deployments;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Cache;
using Sending.Edge.Receipts;

namespace Sending.Edge.Api;

/// <summary>What the Edge tells of itself to everybody.</summary>
internal sealed class InfoEndpoint(Deployment deployment, ChainTerms terms, LedgerOptions ledger, CacheOptions cache)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var info = new EdgeInfo(
            deployment.ChainId,
            terms.Edge,
            deployment.Contracts.WorkProofs,
            await terms.EpochAsync(context.RequestAborted),
            await terms.FeeAsync(context.RequestAborted),
            Envelope.LargestBody,
            cache.LongestTtl,
            ledger.Window);
        await Requests.WriteAsync(context, StatusCodes.Status200OK, RelayJson.Of(info));
    }
}
