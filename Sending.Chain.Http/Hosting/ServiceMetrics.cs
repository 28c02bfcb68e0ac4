using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Prometheus;
using Sending.Chain.Duties;

namespace Sending.Chain.Http.Hosting;

/// <summary>
/// What a service counts, for Prometheus: every instrument of a meter whose name begins with <c>Sending</c>, and the state of follower, node, outbox and
/// duties. A service makes its instruments with the container's <see cref="Meter"/>.
/// </summary>
public sealed class ServiceMetrics : IDisposable
{
    /// <summary>Where metrics are served.</summary>
    public const string Path = "/metrics";

    private const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly IDisposable _adapter;
    private readonly ServiceContext _context;
    private readonly DutyLoop _duties;

    /// <param name="meter">Makes the service's instruments.</param>
    /// <param name="context">The service.</param>
    /// <param name="duties">Its duties.</param>
    public ServiceMetrics(Meter meter, ServiceContext context, DutyLoop duties)
    {
        (_context, _duties) = (context, duties);
        _adapter = MeterAdapter.StartListening(new MeterAdapterOptions
        {
            Registry = _registry,
            InstrumentFilterPredicate = instrument => ReferenceEquals(instrument.Meter, meter),
            MetricFactory = Metrics.WithCustomRegistry(_registry),
        });
        meter.CreateObservableGauge("sending_indexed_block", () => context.Index.Health.Indexed?.Number ?? 0, null, "Newest block that is indexed.");
        meter.CreateObservableGauge("sending_lag_blocks", () => context.Index.Health.LagBlocks ?? 0, null, "Blocks between the head and what is indexed.");
        meter.CreateObservableGauge("sending_rpc_endpoints_healthy", () => context.Connection.Health.Count(endpoint => endpoint.State == Rpc.EndpointState.Healthy), null, "RPC endpoints that are well.");
        meter.CreateObservableGauge("sending_outbox_transactions", Transactions, null, "Transactions by state.");
        meter.CreateObservableGauge("sending_duty_state", Duties, null, "1 for the state that a duty is in.");
    }

    /// <summary>Answers with all of them in Prometheus' text format.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = MediaType;
        await _registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }

    /// <inheritdoc/>
    public void Dispose() => _adapter.Dispose();

    private IEnumerable<Measurement<int>> Transactions()
        => _context.Outbox.CountByState().Select(count => new Measurement<int>(count.Value, new KeyValuePair<string, object?>("state", count.Key.ToString().ToLowerInvariant())));

    private IEnumerable<Measurement<int>> Duties() => _duties.Statuses.SelectMany(status => Enum.GetValues<DutyState>().Select(state => new Measurement<int>(
        status.Report.State == state ? 1 : 0,
        new KeyValuePair<string, object?>("duty", status.Name),
        new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant()))));
}
