using System.CommandLine;
using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Staking;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Stake;

/// <summary>Stakes on the account's own node; the first time it registers the node in the same transaction.</summary>
internal sealed class StakeCommand : TransactionCommand
{
    private const string DefaultCommission = "5%";

    private readonly Argument<string> _amount = Common.Amount("your balance");
    private readonly Option<string> _role = new("--role") { HelpName = "edge|guardian|watchdog", Description = "Role of a new node, for ever" };
    private readonly OperatorOptions _operator = new("Hot key of a new node (default: the owner)");

    private readonly Option<string> _commission = new("--commission")
    {
        HelpName = "percent",
        Description = $"Your part of a new node's rewards before they are shared (default: {DefaultCommission})",
    };

    private readonly Option<string> _endpoint = new("--endpoint")
    {
        HelpName = "url",
        Description = "Public base URL of a new node's service (default: none yet)",
    };

    public StakeCommand()
        : base("stake", "Stake SEND on your node; the first time this registers the node")
    {
        _role.CompletionSources.Add("edge", "guardian", "watchdog");
        Add(_amount);
        Add(_role);
        _operator.AddTo(this);
        Add(_commission);
        Add(_endpoint);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "stake 25000 --role edge",
        "stake 100000 --role guardian --commission 5% --endpoint https://guardian.example.org",
        "stake 50% --role edge --operator hot-key",
        "stake 1000",
    ];

    public override IReadOnlyList<string> Next => ["node show", "rewards show", "unstake <amount>"];

    protected override void Validate(Invocation invocation)
    {
        AmountRequest.Parse(invocation.Value(_amount)!);
        _ = invocation.Value(_role) is { } role ? NodeRoles.Parse(role) : default;
        BasisPoints.Parse(invocation.Value(_commission) ?? DefaultCommission);
        _ = invocation.Value(_endpoint) is { } endpoint ? NodeEndpoint.Parse(endpoint) : null;
    }

    protected override async Task<Change> PrepareAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var owner = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var existing = await session.Reader.FindNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        var role = invocation.Value(_role) is { } text ? NodeRoles.Parse(text) : existing?.Role
            ?? throw CliException.Usage("role_missing", $"{owner} has no node yet. Say what it is to be: --role edge, guardian or watchdog.");
        var balance = await session.Reader.GetBalanceAsync(owner, cancellationToken).ConfigureAwait(false);
        var amount = AmountRequest.Parse(invocation.Value(_amount)!).Resolve(balance.Send);

        // Another role than the node has goes through registration, whose checks say that this cannot be.
        return existing?.Role == role
            ? await AddAsync(session, invocation, existing, amount, cancellationToken).ConfigureAwait(false)
            : await RegisterAsync(session, invocation, role, amount, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Report> CompleteAsync(
        string headline,
        Session session,
        string owner,
        BigInteger amount,
        CancellationToken cancellationToken)
    {
        var node = await session.Reader.GetNodeAsync(owner, cancellationToken).ConfigureAwait(false);
        return new Report(headline)
            .Add("staked", "Staked", Value.Send(amount))
            .Add("node", "Node", await session.NameAsync(owner, cancellationToken).ConfigureAwait(false))
            .Add("role", "Role", Value.Of(NodeRoles.Name(node.Role)))
            .Add("ownStake", "Own stake", Value.Send(node.OwnBonded))
            .Add("weight", "Weight", Value.Send(node.Weight))
            .Add("active", "Active", Value.Of(node.Active))
            .Add(await session.BalanceAsync(cancellationToken).ConfigureAwait(false))
            .Next("sending-cli node show", "sending-cli rewards show", "sending-cli unstake <amount>");
    }

    private async Task<Change> AddAsync(Session session, Invocation invocation, NodeView node, BigInteger amount, CancellationToken cancellationToken)
    {
        if (new[] { _operator.Operator, _operator.Consent, _commission, _endpoint }.FirstOrDefault(option => invocation.Value(option) is not null) is { } option)
        {
            throw CliException.Usage(
                "already_registered",
                $"The node of {node.Owner} is registered; {option.Name} belongs to its registration. Change it with `sending-cli node set-operator`, set-commission or set-endpoint.");
        }

        var account = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.StakeAsync(account, node.Owner, amount, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        return new Change(
            $"Stake {HumanAmount.Format(amount)} SEND on your node.",
            plan,
            (_, token) => CompleteAsync($"Staked {HumanAmount.Format(amount)} SEND on your node.", session, node.Owner, amount, token))
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(amount)),
                new("role", "Role", Value.Of(NodeRoles.Name(node.Role))),
                new("ownStakeAfter", "Own stake after", Value.Send(node.OwnBonded + amount)),
                new("unbonding", "Leaving takes", Value.Span(rules.UnbondingPeriod)),
            ],
        };
    }

    private async Task<Change> RegisterAsync(Session session, Invocation invocation, NodeRole role, BigInteger amount, CancellationToken cancellationToken)
    {
        var owner = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var registration = await RegistrationAsync(session, invocation, role, owner, cancellationToken).ConfigureAwait(false);
        var plan = await session.Staking.RegisterAsync(owner, registration, amount, cancellationToken).ConfigureAwait(false);
        var rules = await session.Protocol.GetRulesAsync(cancellationToken).ConfigureAwait(false);
        var what = $"{HumanAmount.Format(amount)} SEND";
        return new Change(
            $"Register a node as {NodeRoles.Name(role)} and stake {what} on it.",
            plan,
            (_, token) => CompleteAsync($"Registered a node as {NodeRoles.Name(role)} and staked {what}.", session, owner.Address, amount, token))
        {
            Preview =
            [
                new("amount", "Amount", Value.Send(amount)),
                new("role", "Role", Value.Of(NodeRoles.Name(role))),
                new("minimum", "Role's minimum", Value.Send(rules.MinStake(role))),
                new("operator", "Operator", await session.NameAsync(registration.Operator, cancellationToken).ConfigureAwait(false)),
                new("commission", "Commission", Value.Rate(registration.Commission)),
                new("endpoint", "Endpoint", registration.Endpoint.Length == 0 ? Value.None : Value.Of(registration.Endpoint)),
                new("unbonding", "Leaving takes", Value.Span(rules.UnbondingPeriod)),
            ],
            Warnings = registration.Endpoint.Length == 0
                ? ["The node publishes no endpoint yet; others find it after `sending-cli node set-endpoint <url>`."]
                : [],
        };
    }

    private async Task<NodeRegistration> RegistrationAsync(
        Session session,
        Invocation invocation,
        NodeRole role,
        UnlockedAccount owner,
        CancellationToken cancellationToken)
    {
        var hotKey = await _operator.ReadAsync(session, invocation, owner.Address, cancellationToken).ConfigureAwait(false);
        return new NodeRegistration(
            role,
            hotKey.Address,
            BasisPoints.Parse(invocation.Value(_commission) ?? DefaultCommission),
            invocation.Value(_endpoint) is { } endpoint ? NodeEndpoint.Parse(endpoint) : "",
            hotKey.Consent);
    }
}
