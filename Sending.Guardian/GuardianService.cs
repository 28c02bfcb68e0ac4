using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Sending.Chain.Duties;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Http.Hosting;
using Sending.Chain.Http.Leaves;
using Sending.Chain.Relay;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Work;
using Sending.Guardian.Challenges;
using Sending.Guardian.Duties;
using Sending.Guardian.Leaves;
using Sending.Guardian.Probes;
using Sending.Guardian.Scores;
using Sending.Guardian.Settlements;
using Sending.Guardian.Signing;
using Sending.Guardian.Storage;

namespace Sending.Guardian;

/// <summary>A guardian: it is put together here, and nowhere else.</summary>
public sealed class GuardianService : IDisposable
{
    /// <summary>Name of the signing record's file in the service's folder.</summary>
    public const string RecordFile = "signed.db";

    /// <summary>Names the service.</summary>
    public const string Kind = "guardian";

    /// <summary>Where it listens when the operator says nothing.</summary>
    public const int DefaultPort = 8091;

    /// <summary>How many epochs' leaves, scores, signatures and probes are kept.</summary>
    private const long KeptEpochs = 64;

    private static readonly TimeSpan s_pageTimeout = TimeSpan.FromSeconds(10);

    /// <summary>While the node was heard of within it, the world is reached.</summary>
    private static readonly TimeSpan s_hearing = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private readonly SigningRecord? _record;
    private readonly SettlementEndpoints _settlements;
    private readonly LeafEndpoints _leaves;

    private GuardianService(ServiceContext context, GuardianIdentity? guardian, ProbeOptions probing, TimeSpan patience)
    {
        var (connection, contracts) = (context.Connection, context.Connection.Deployment.Contracts);
        var file = GuardianStore.Open(context.File("guardian.db"), context.Chain);
        var leaves = SqliteLeafStore.Open(context.File("leaves.db"), context.Chain);
        var store = SettlementStore.Open(context.File("settlements.db"), context.Chain);
        var rewards = TypedDataDomain.OfRewards(connection.Deployment.ChainId, contracts.RewardPool);
        var fetching = new LeafClientOptions { PageTimeout = s_pageTimeout < patience ? s_pageTimeout : patience, SetTimeout = patience };
        var auditor = new LeafAuditor(
            new LeafClient(_http, fetching, context.Time), leaves, TypedDataDomain.OfWork(connection.Deployment.ChainId, contracts.WorkProofs), context.Time);
        var book = new SignatureBook(file, rewards);
        var client = new SettlementClient(_http, context.Time);
        var transactions = new DutyTransactions(context.Outbox);
        var computer = new SettlementComputer(leaves, store, rewards, async (settlement, token) =>
        {
            using var state = context.Index.Open();
            return state is null ? null : (await client.FindAsync(settlement, SettlementSources.Of(state), token)).Found;
        });
        _record = guardian is null ? null : SigningRecord.Open(context.File(RecordFile), context.Chain, contracts.RewardPool);
        var settling = new SettleParts(
            connection, context.Options.Finality, rewards, auditor, computer, store, book, new SignatureExchange(guardian, client, book), transactions, _record, context.Account?.Key);
        _settlements = new SettlementEndpoints(context.Index, store, book);
        _leaves = new LeafEndpoints(leaves);
        var (scores, probes) = (new ScoreBook(file), new ProbeBook(file));
        List<IDuty> duties = [new AuditDuty(auditor), new SettleDuty(guardian, settling)];
        if (guardian is not null)
        {
            var policy = new ClaimPolicy(context.Options.ClaimFactor, context.Options.ClaimEpochs, context.Options.SendPerEth);
            duties.AddRange(
            [
                new CommitScoresDuty(guardian, scores, new ProbeScores(probes), transactions, contracts.WorkProofs),
                new RevealScoresDuty(guardian, scores, auditor, transactions, contracts.WorkProofs),
                new ProveFraudDuty(guardian, auditor, transactions, contracts),
                new ChallengeDuty(guardian, auditor, transactions, connection),
                new ConvictDuty(guardian, transactions, contracts),
                new EquivocationDuty(guardian, book, transactions, contracts.RewardPool),
                new ExecuteDuty(guardian, transactions, contracts.RewardPool),
                new SuspendDuty(guardian, transactions, contracts.NodeStaking),
                new ClaimDuty(guardian.Owner, guardian.Operator, client, connection, context.Outbox, policy, () => { }),
            ]);
        }

        duties.Add(new ForgetDuty(
            KeptEpochs,
            [
                auditor.ForgetAsync,
                (epoch, _) => Forget(epoch, store.Forget, book.Forget, scores.Forget, probes.Forget),
            ]));
        Duties = duties;
        MakeProbing = guardian is null ? null : meter => new ProbeDuty(
            guardian,
            new Prober(
                _http,
                connection.Deployment,
                SqliteRelayJournal.Open(context.File("probes.db"), context.Chain, context.Time),
                probing,
                () => context.Index.Health.IsHealthy(context.Time.GetUtcNow(), s_hearing),
                context.Time),
            new ProbeCredit(context.Account!, probes, context.Outbox, connection, probing.Count),
            probes,
            probing,
            new ProbeMetrics(meter));
    }

    /// <summary>Its duties.</summary>
    internal IReadOnlyList<IDuty> Duties { get; }

    /// <summary>Makes the duty that counts what it does; null for who observes.</summary>
    internal Func<Meter, IDuty>? MakeProbing { get; }

    /// <summary>Runs a guardian until it is cancelled.</summary>
    /// <param name="options">What its operator said.</param>
    /// <param name="input">Standard input, where the account's password may come from.</param>
    /// <param name="started">Told where it listens, once it does.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="cancellationToken">Ends it in order.</param>
    /// <exception cref="SendingException">It cannot start; the message says why, and what to do.</exception>
    public static async Task RunAsync(ServiceOptions options, TextReader input, Action<ServiceAddress> started, TimeProvider time, CancellationToken cancellationToken)
    {
        var probing = ProbeOptions.Of(options);
        var account = await ServiceAccount.UnlockAsync(options, input, cancellationToken);
        using var context = await ServiceContext.OpenAsync(options, account, time, cancellationToken);
        var guardian = account is null ? null : await GuardianIdentity.FindAsync(context.Connection, account.Address, cancellationToken);
        var clock = await new ProtocolReader(context.Connection).GetClockAsync(cancellationToken);

        // Half of the window in which leaves are waited for before scores are revealed.
        using var service = new GuardianService(context, guardian, probing, (clock.W2 - clock.W1) / 2);
        await ServiceHost.RunAsync(
            context,
            services =>
            {
                foreach (var duty in service.Duties)
                {
                    services.AddSingleton(duty);
                }

                if (service.MakeProbing is { } make)
                {
                    services.AddSingleton(provider => make(provider.GetRequiredService<Meter>()));
                }
            },
            app =>
            {
                service._leaves.Map(app);
                service._settlements.Map(app);
            },
            started,
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _record?.Dispose();
        _http.Dispose();
    }

    private static ValueTask Forget(long epoch, params ReadOnlySpan<Action<long>> forget)
    {
        foreach (var each in forget)
        {
            each(epoch);
        }

        return ValueTask.CompletedTask;
    }
}
