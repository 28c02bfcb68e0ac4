using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Sending.Chain.Duties;
using Sending.Chain.Formats;
using Sending.Chain.Http.Leaves;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Edge.Receipts;

namespace Sending.Edge.Epochs;

/// <summary>What an Edge does at the ends of epochs: it commits to its receipts, serves their leaves, answers challenges, learns what was charged, and claims. It is put together here, and nowhere else.</summary>
public sealed class EdgeEpochs : IDisposable
{
    /// <summary>How many duties there are, which the host's container asks before it makes them.</summary>
    public const int DutyCount = 4;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private readonly LeafEndpoints _endpoints;

    /// <param name="edge">Which Edge it is.</param>
    /// <param name="ledger">Its receipts.</param>
    /// <param name="leaves">Where leaves are kept.</param>
    /// <param name="connection">The node.</param>
    /// <param name="outbox">Sends; it has the operator's account.</param>
    /// <param name="settlements">Keeps the last final settlement.</param>
    /// <param name="charges">Is told what was charged.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="meter">For what is counted.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="logs">Where to log.</param>
    public EdgeEpochs(
        EdgeIdentity edge,
        ReceiptLedger ledger,
        ILeafStore leaves,
        ChainConnection connection,
        Outbox outbox,
        SettlementStore settlements,
        SettledCharges charges,
        EpochOptions options,
        Meter meter,
        TimeProvider time,
        ILoggerFactory logs)
    {
        var (contracts, metrics, log) = (connection.Deployment.Contracts, new EpochMetrics(meter), logs.CreateLogger<EdgeEpochs>());
        var proofs = new LeafProofClient(_http, TypedDataDomain.OfWork(connection.Deployment.ChainId, contracts.WorkProofs), time);
        var client = new SettlementClient(_http, time);
        _endpoints = new LeafEndpoints(leaves);
        Duties =
        [
            new CommitWorkDuty(edge, ledger, leaves, connection, outbox, options, metrics, log),
            new AnswerChallengesDuty(edge, leaves, proofs, contracts, outbox, options, metrics, time, log),
            new LearnChargesDuty(edge, client, settlements, charges),
            new ClaimDuty(edge.Owner, edge.Operator, client, connection, outbox, options.Claims, () => metrics.Claims.Add(1)),
        ];
    }

    /// <summary>Its duties.</summary>
    public IReadOnlyList<IDuty> Duties { get; }

    /// <summary>Serves the leaves.</summary>
    public void Map(IEndpointRouteBuilder app) => _endpoints.Map(app);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
