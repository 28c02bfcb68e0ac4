using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sending.Chain.Accounts;
using Sending.Chain.Duties;
using Sending.Chain.Http.Hosting;
using Sending.Chain.Settlements;
using Sending.Chain.Work;
using Sending.Edge.Epochs;
using Sending.Edge.Storage;

namespace Sending.Edge;

/// <summary>What an Edge is made of, in the container of its host: the relay, and the duties at the ends of epochs.</summary>
internal static class EdgeParts
{
    public static void Add(IServiceCollection services, ServiceContext context, string owner, UnlockedAccount account)
    {
        var charges = new SettledCharges();
        services.AddSingleton<ILeafStore>(_ => SqliteLeafStore.Open(context.File("leaves.db"), context.Chain));
        services.AddSingleton(_ => SettlementStore.Open(context.File("settlements.db"), context.Chain));
        services.AddSingleton(provider => new EdgeRelay(
            new RelayOptions(),
            EdgeStore.Open(context.File("edge.db"), context.Chain),
            context.Connection,
            context.Index,
            owner,
            account.Key,
            charges,
            context.Time,
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new EdgeEpochs(
            new EdgeIdentity(owner, account.Address),
            provider.GetRequiredService<EdgeRelay>().Ledger,
            provider.GetRequiredService<ILeafStore>(),
            context.Connection,
            context.Outbox,
            provider.GetRequiredService<SettlementStore>(),
            charges,
            new EpochOptions { Claims = new ClaimPolicy(context.Options.ClaimFactor, context.Options.ClaimEpochs, context.Options.SendPerEth) },
            provider.GetRequiredService<Meter>(),
            context.Time,
            provider.GetRequiredService<ILoggerFactory>()));
        foreach (var index in Enumerable.Range(0, EdgeEpochs.DutyCount))
        {
            services.AddSingleton<IDuty>(provider => provider.GetRequiredService<EdgeEpochs>().Duties[index]);
        }

        services.AddHostedService<RelayWork>();
    }

    public static void Map(WebApplication app)
    {
        var relay = app.Services.GetRequiredService<EdgeRelay>();
        var address = app.Services.GetRequiredService<ServiceAddress>();
        relay.Measure(app.Services.GetRequiredService<Meter>());
        relay.Map(app, () => address.Public!.Authority);
        app.Services.GetRequiredService<EdgeEpochs>().Map(app);
    }

    private sealed class RelayWork(EdgeRelay relay) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => relay.RunAsync(stoppingToken);
    }
}
