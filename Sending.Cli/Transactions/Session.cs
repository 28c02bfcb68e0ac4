using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Challenges;
using Sending.Chain.Credit;
using Sending.Chain.Deployments;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Governance;
using Sending.Chain.Identity;
using Sending.Chain.Relay;
using Sending.Chain.Rewards;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Staking;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Cli.Commands;
using Sending.Cli.Output;
using Sending.Cli.Prompts;

namespace Sending.Cli.Transactions;

/// <summary>A command's hold on the network: the node, found to be the right one, and the account that acts.</summary>
internal sealed class Session : IDisposable
{
    private static readonly TimeSpan TurnPause = TimeSpan.FromMilliseconds(100);

    private readonly Invocation _invocation;
    private AccountBook.Entry? _acting;
    private UnlockedAccount? _unlocked;
    private IReadOnlyDictionary<string, string>? _names;
    private Outbox? _outbox;
    private ChainIdentity? _chain;
    private HttpClient? _http;

    private Session(Invocation invocation, ChainConnection connection)
    {
        _invocation = invocation;
        Connection = connection;
        Accounts = new AccountBook(invocation.Settings);
        Index = OpenIndex(IndexFile(null));
        Reader = new StakingReader(connection, Index);
        Protocol = new ProtocolReader(connection);
        var planner = new TransactionPlanner(connection);
        Staking = new StakingActions(connection, Reader, Protocol, planner);
        Proposals = new GovernanceReader(connection, Index);
        Governance = new GovernanceActions(connection, Proposals, Protocol, planner);
        Credits = new CreditReader(connection, Index);
        Credit = new CreditActions(connection, Credits, Reader, planner);
        Trials = new ChallengeReader(connection, Index);
        Challenges = new ChallengeActions(connection, Trials, Reader, planner);
        Work = new WorkActions(connection, Index, planner);
        Pool = new PoolActions(connection, planner);
        Identities = new IdentityReader(connection, Index);
        IdentityChanges = new IdentityActions(connection, Identities, planner);
    }

    public ChainConnection Connection { get; }

    public AccountBook Accounts { get; }

    /// <summary>The protocol's state, read from the chain when it is asked for.</summary>
    public ProtocolIndex Index { get; }

    /// <summary>An index of a service, which writes it for as long as it runs, so that commands go on with theirs.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="file">The file, when the user names one.</param>
    public ProtocolIndex ServiceIndex(string service, string? file)
        => OpenIndex(file is null ? IndexFile(service) : Path.GetFullPath(file, _invocation.Settings.WorkingDirectory));

    /// <summary>What the chain says about nodes, stakes, requests and rewards.</summary>
    public StakingReader Reader { get; }

    /// <summary>Epoch clock and parameters.</summary>
    public ProtocolReader Protocol { get; }

    /// <summary>Checked and simulated changes of stakes and nodes.</summary>
    public StakingActions Staking { get; }

    /// <summary>Proposals, and where they stand.</summary>
    public GovernanceReader Proposals { get; }

    /// <summary>Checked and simulated proposals, votes and executions.</summary>
    public GovernanceActions Governance { get; }

    /// <summary>Credit lines, and where they stand.</summary>
    public CreditReader Credits { get; }

    /// <summary>Checked and simulated deposits, requests and withdrawals of credit.</summary>
    public CreditActions Credit { get; }

    /// <summary>Work commitments, and what was challenged of them.</summary>
    public ChallengeReader Trials { get; }

    /// <summary>Checked and simulated challenges, answers, convictions and refunds.</summary>
    public ChallengeActions Challenges { get; }

    /// <summary>Checked and simulated commitments to work.</summary>
    public WorkActions Work { get; }

    /// <summary>Fetches leaves of commitments, from whoever has them.</summary>
    public LeafClient Leaves => new(Http, new LeafClientOptions(), _invocation.Terminal.Clock);

    /// <summary>Checked and simulated calls of the reward pool.</summary>
    public PoolActions Pool { get; }

    /// <summary>Asks HTTP services of nodes, which may be anybody's.</summary>
    public HttpClient Http => _http ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Reads settlements and proofs from guardians.</summary>
    public SettlementClient Settlements => new(Http, _invocation.Terminal.Clock);

    /// <summary>What lines were charged by settlements.</summary>
    public ChargeReader Charges => new(Index, Settlements);

    /// <summary>What nodes have earned by settlements.</summary>
    public EarningsReader Earnings => new(Index, Settlements);

    /// <summary>What identities are now.</summary>
    public IdentityReader Identities { get; }

    /// <summary>Checked and simulated changes of identities.</summary>
    public IdentityActions IdentityChanges { get; }

    /// <summary>Reads the network's deployment and connects to its node.</summary>
    /// <exception cref="Chain.Errors.SendingException">No such network, or its node cannot be used.</exception>
    public static async Task<Session> OpenAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = invocation.Settings;
        var catalog = new NetworkCatalog(settings.Folders.Deployments, settings.Devnet.DeploymentFile);
        var deployment = await catalog.ReadAsync(settings.Network.Value!, cancellationToken).ConfigureAwait(false);
        var options = settings.RpcTimeout.Value is { } limit ? new RpcOptions { RequestTimeout = Duration.Parse(limit) } : null;
        var connection = await ChainConnection.OpenAsync(deployment, settings.RpcUrl.Value is { } urls ? RpcUrls.Parse(urls) : null, options, cancellationToken).ConfigureAwait(false);
        return new Session(invocation, connection);
    }

    /// <summary>The account that acts, still locked.</summary>
    public async Task<AccountBook.Entry> ActingAsync(CancellationToken cancellationToken) =>
        _acting ??= await Accounts.ActingAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Address of the account that acts; unlocks it when its keystore states none.</summary>
    public async Task<string> ActingAddressAsync(CancellationToken cancellationToken)
    {
        var acting = await ActingAsync(cancellationToken).ConfigureAwait(false);
        return acting.Account.Address ?? (await UnlockAsync(cancellationToken).ConfigureAwait(false)).Address;
    }

    /// <summary>The account that acts, able to sign. Its password is asked for at most once.</summary>
    public async Task<UnlockedAccount> UnlockAsync(CancellationToken cancellationToken)
    {
        var acting = await ActingAsync(cancellationToken).ConfigureAwait(false);
        return _unlocked ??= await UnlockAsync(acting, _invocation.Settings.PasswordFile.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was sent on this chain from here, and is sent.</summary>
    public async Task<Outbox> OutboxAsync(CancellationToken cancellationToken)
        => _outbox ??= await Outbox.OpenAsync(
            await OutboxFileAsync(cancellationToken).ConfigureAwait(false),
            Connection,
            _invocation.Terminal.Clock,
            new OutboxOptions { Finality = Finality.Latest },
            cancellationToken).ConfigureAwait(false);

    /// <summary>The same, when there is any; null when nothing was ever sent.</summary>
    public async Task<Outbox?> FindOutboxAsync(CancellationToken cancellationToken)
        => File.Exists(await OutboxFileAsync(cancellationToken).ConfigureAwait(false)) ? await OutboxAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Takes the account's turn to send, after waiting for other commands. The system frees it when a command dies.</summary>
    public async Task<IDisposable> TakeTurnAsync(string account, CancellationToken cancellationToken)
        => await TakeAsync(
            $"{await OutboxFileAsync(cancellationToken).ConfigureAwait(false)}-{account.ToLowerInvariant()}.turn",
            "Another command is sending for this account; waiting for it ...",
            cancellationToken).ConfigureAwait(false);

    /// <summary>What was sent, received and signed at Edges from here.</summary>
    public async Task<SqliteRelayJournal> MessagesAsync(CancellationToken cancellationToken)
        => SqliteRelayJournal.Open(await MessagesFileAsync(cancellationToken).ConfigureAwait(false), await ChainAsync(cancellationToken).ConfigureAwait(false), _invocation.Terminal.Clock);

    /// <summary>Takes the account's turn to receive, after waiting for other commands, so that what comes is shown once.</summary>
    public async Task<IDisposable> TakeMailboxAsync(string account, CancellationToken cancellationToken)
        => await TakeAsync(
            $"{await MessagesFileAsync(cancellationToken).ConfigureAwait(false)}-{account.ToLowerInvariant()}.turn",
            "Another command is receiving for this account; waiting for it ...",
            cancellationToken).ConfigureAwait(false);

    private async Task<IDisposable> TakeAsync(string file, string whenTaken, CancellationToken cancellationToken)
    {
        PrivateFile.CreateFolder(Path.GetDirectoryName(file)!);
        for (var told = false; ; told = true)
        {
            if (PrivateFile.TryLock(file) is { } taken)
            {
                return taken;
            }

            if (!told)
            {
                _invocation.Progress.Say(whenTaken);
            }

            await Task.Delay(TurnPause, _invocation.Terminal.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Opens an account that is at hand.</summary>
    /// <param name="entry">The account.</param>
    /// <param name="passwordFile">The file that the user named; null for the account's own, or to be asked.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<UnlockedAccount> UnlockAsync(AccountBook.Entry entry, string? passwordFile, CancellationToken cancellationToken)
    {
        var secrets = new Secrets(_invocation.Terminal, _invocation.Prompter);
        var password = await secrets.PasswordAsync(entry.Account.Name, passwordFile ?? entry.PasswordFile, cancellationToken).ConfigureAwait(false);

        // Deriving the key takes a second or two and cannot be stopped; Ctrl-C does not wait for it.
        return await entry.Store.UnlockAsync(entry.Account.Name, password, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The node that a command is about: the named one, else that of the account that acts.</summary>
    /// <param name="nameOrAddress">Name or address of its owner; null when the user named none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string> NodeAsync(string? nameOrAddress, CancellationToken cancellationToken) =>
        nameOrAddress is null ? ActingAddressAsync(cancellationToken) : Accounts.AddressAsync(nameOrAddress, cancellationToken);

    /// <summary>An address with the name that the user knows it by.</summary>
    public async Task<Value> NameAsync(string address, CancellationToken cancellationToken)
    {
        _names ??= await Accounts.NamesAsync(cancellationToken).ConfigureAwait(false);
        return Value.Account(address, _names.GetValueOrDefault(address));
    }

    /// <summary>An identity with the name that the user knows its account by.</summary>
    public async Task<Value> IdentityNameAsync(string address, CancellationToken cancellationToken)
    {
        _names ??= await Accounts.NamesAsync(cancellationToken).ConfigureAwait(false);
        return Value.Did(address, _names.GetValueOrDefault(address));
    }

    /// <summary>What the account that acts holds now.</summary>
    public async Task<IEnumerable<Field>> BalanceAsync(CancellationToken cancellationToken)
    {
        var address = await ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var balance = await Reader.GetBalanceAsync(address, cancellationToken).ConfigureAwait(false);
        return [new("balanceSend", "Balance", Value.Send(balance.Send)), new("balanceEth", "", Value.Eth(balance.Eth))];
    }

    /// <summary>Whether time can be advanced and accounts be funded.</summary>
    public bool OnDevnet => _invocation.Settings.UsesDevnet;

    public void Dispose()
    {
        _outbox?.Dispose();
        _http?.Dispose();
        Connection.Dispose();
    }

    /// <summary>A devnet's goes with it; elsewhere chains that share a name have files of their own.</summary>
    private async Task<string> OutboxFileAsync(CancellationToken cancellationToken)
    {
        var settings = _invocation.Settings;
        if (settings.UsesDevnet)
        {
            return settings.Devnet.OutboxFile;
        }

        return Path.Combine(settings.Folders.Outboxes, await ChainFileNameAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<string> MessagesFileAsync(CancellationToken cancellationToken)
    {
        var settings = _invocation.Settings;
        return settings.UsesDevnet
            ? settings.Devnet.MessagesFile
            : Path.Combine(settings.Folders.Messages, await ChainFileNameAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<string> ChainFileNameAsync(CancellationToken cancellationToken)
    {
        var chain = await ChainAsync(cancellationToken).ConfigureAwait(false);
        return $"{_invocation.Settings.Network.Value}-{chain.ChainId}-{chain.DeployBlockHash[2..10]}.db";
    }

    private async Task<ChainIdentity> ChainAsync(CancellationToken cancellationToken)
        => _chain ??= await Connection.GetIdentityAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Where what is indexed lies: of commands, or of the service of that name.</summary>
    private string IndexFile(string? service)
    {
        var settings = _invocation.Settings;
        if (settings.UsesDevnet)
        {
            return service is null ? settings.Devnet.IndexFile : settings.Devnet.ServiceIndexFile(service);
        }

        var deployment = Connection.Deployment;
        var name = $"{deployment.Network}-{deployment.ChainId}-{deployment.Contracts.NodeStaking[2..10].ToLowerInvariant()}";
        return Path.Combine(settings.Folders.Cache, service is null ? $"{name}.db" : $"{name}-{service}.db");
    }

    private ProtocolIndex OpenIndex(string path)
    {
        var options = new FollowerOptions { Finality = OnDevnet ? Finality.Latest : Finality.Finalized };
        return new ProtocolIndex(path, Connection, options, _invocation.Terminal.Clock)
        {
            Notice = _invocation.Progress.Say,
            Progress = new IndexProgress(_invocation.Progress, _invocation.Terminal.Clock),
        };
    }
}
