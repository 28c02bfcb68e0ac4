using System.CommandLine;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Staking;
using Sending.Chain.Wire;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Message;

/// <summary>The Edge that the acting account sends and receives through, and who pays it.</summary>
internal sealed class MessageEdge : IDisposable
{
    /// <summary>Said wherever somebody could think otherwise.</summary>
    public const string NotEncrypted = "not encrypted yet: for tests of the network";

    private const int MostPayments = 3;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Session _session;
    private readonly EdgeTarget _target;
    private readonly TimeProvider _time;
    private EdgeSession? _relay;

    private MessageEdge(Session session, EdgeTarget target, string account, string payer, TimeProvider time)
        => (_session, _target, Account, Payer, _time) = (session, target, account, payer, time);

    /// <summary>Who sends and receives.</summary>
    public string Account { get; }

    /// <summary>Who pays.</summary>
    public string Payer { get; }

    /// <summary>Owner of the Edge's node.</summary>
    public string Owner => _target.Owner;

    /// <summary>What may be wrong with it.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    public static Option<string> Via() =>
        new("--via") { HelpName = "name|address|url", Description = "Edge to use: its owner, or its URL (default: the home Edge that your DID names)" };

    public static Option<string> PayerOption() =>
        new("--payer") { HelpName = "name|address", Description = "Who pays, having named you as relay delegate (default: you)" };

    /// <summary>Finds the Edge, and checks that it is there and that there is credit.</summary>
    /// <exception cref="SendingException">It cannot be used, and why.</exception>
    public static async Task<MessageEdge> OpenAsync(Session session, Invocation invocation, string? via, string? payer, CancellationToken cancellationToken)
    {
        var account = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var payerAddress = payer is null ? account : await session.Accounts.AddressAsync(payer, cancellationToken).ConfigureAwait(false);
        var (owner, warnings) = via is null
            ? await FindHomeAsync(session, account, cancellationToken).ConfigureAwait(false)
            : (await FindNamedAsync(session, via, cancellationToken).ConfigureAwait(false), []);
        var node = await session.Reader.GetNodeWithEndpointAsync(owner, cancellationToken).ConfigureAwait(false);
        var name = (await session.NameAsync(owner, cancellationToken).ConfigureAwait(false)).Text;
        var url = node.Role == NodeRole.Edge ? ServiceDirectory.UrlOf(node.Endpoint) : null;
        if (url is null)
        {
            throw Refused(
                "edge",
                node.Role == NodeRole.Edge
                    ? $"The Edge of {name} has not told its URL. Its owner does by `sending-cli node set-endpoint <url>`; other Edges: `sending-cli node list --role edge`."
                    : $"The node of {name} is of role {NodeRoles.Name(node.Role)}, no Edge. Edges: `sending-cli node list --role edge`.");
        }

        var line = await session.Credits.FindAsync(payerAddress, owner, cancellationToken).ConfigureAwait(false);
        if (line is null || line.Balance.IsZero)
        {
            var whose = payer is null ? "You have" : $"{(await session.NameAsync(payerAddress, cancellationToken).ConfigureAwait(false)).Text} has";
            throw Refused("creditLine", $"{whose} no credit at the Edge of {name}, and it relays for nothing else. Put some down: `{Deposit(owner, payer is null ? null : payerAddress)}`.");
        }

        var target = new EdgeTarget(url, owner, session.Connection.Deployment);
        return new MessageEdge(session, target, account, payerAddress, invocation.Terminal.Clock)
        {
            Warnings = [.. warnings, .. node.Active ? Array.Empty<string>() : [$"The Edge of {name} is not active now: other Edges take nothing from it."]],
        };
    }

    /// <summary>What the Edge tells of itself, checked; needs no key.</summary>
    /// <exception cref="SendingException">It is not there, is another one, or of another network.</exception>
    public Task<EdgeInfo> GetInfoAsync(CancellationToken cancellationToken) => ExplainAsync(async () =>
    {
        var info = await new EdgeHttp(_http, _target.Url, _time).GetInfoAsync(cancellationToken).ConfigureAwait(false);
        _target.Check(info);
        return info;
    });

    /// <summary>Sends an envelope; it is on the Edge's disk then.</summary>
    public Task<AccountStatus> SendAsync(SqliteRelayJournal journal, Envelope envelope, Chain.Formats.Did? home, CancellationToken cancellationToken) => ExplainAsync(async () =>
        await (await RelayAsync(journal, cancellationToken).ConfigureAwait(false)).SendAsync(envelope, home, cancellationToken).ConfigureAwait(false));

    /// <summary>Takes over what waits at the Edge, and acknowledges it.</summary>
    /// <returns>How many envelopes came, known ones included.</returns>
    public Task<int> FetchAsync(SqliteRelayJournal journal, TimeSpan wait, CancellationToken cancellationToken) => ExplainAsync(async () =>
    {
        var relay = await RelayAsync(journal, cancellationToken).ConfigureAwait(false);
        var deliveries = await relay.FetchAsync(wait, cancellationToken).ConfigureAwait(false);
        foreach (var delivery in deliveries)
        {
            await journal.AddAsync(delivery.Envelope, cancellationToken).ConfigureAwait(false);
        }

        if (deliveries.Count > 0)
        {
            await relay.AcknowledgeAsync(deliveries, cancellationToken).ConfigureAwait(false);
        }

        return deliveries.Count;
    });

    /// <summary>Signs what is due.</summary>
    /// <returns>How the account stands then.</returns>
    public Task<AccountStatus> PayAsync(SqliteRelayJournal journal, CancellationToken cancellationToken) => ExplainAsync(async () =>
    {
        var relay = await RelayAsync(journal, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await relay.PayAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (SendingException error) when (error.Details.GetValueOrDefault("problem") == "epoch-closed" && attempt < MostPayments)
            {
                // The books were closed between question and answer; what was served is due in the next epoch.
            }
        }
    });

    public void Dispose() => _http.Dispose();

    /// <summary>The Edge that a user names: by its owner, by its URL, or by the user id of somebody at home there.</summary>
    private static async Task<string> FindNamedAsync(Session session, string named, CancellationToken cancellationToken)
    {
        if (named.Contains("://", StringComparison.Ordinal))
        {
            return await FindByUrlAsync(session, named, cancellationToken).ConfigureAwait(false)
                ?? throw Refused("edge", $"No Edge is registered with the URL {named}. Edges: `sending-cli node list --role edge`.");
        }

        return UserId.TryParse(named, out var id) ? id.HomeEdge : await session.Accounts.AddressAsync(named, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string?> FindByUrlAsync(Session session, string url, CancellationToken cancellationToken)
    {
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        return state.Staking.ListNodes(NodeRole.Edge).FirstOrDefault(node => node.Endpoint?.TrimEnd('/') == url.TrimEnd('/'))?.Owner;
    }

    private static async Task<(string Owner, IReadOnlyList<string> Warnings)> FindHomeAsync(Session session, string account, CancellationToken cancellationToken)
    {
        var identity = await session.Identities.GetAsync(account, cancellationToken).ConfigureAwait(false);
        var homes = new List<string>();
        foreach (var (service, _) in identity.Services.Where(entry => entry.Service.Type == DidService.SendingEdge))
        {
            var owner = Chain.Formats.Did.TryParse(service.Endpoint, out var did) ? did.Address : await FindByUrlAsync(session, service.Endpoint, cancellationToken).ConfigureAwait(false);
            if (owner is not null && !homes.Contains(owner))
            {
                homes.Add(owner);
            }
        }

        return homes switch
        {
            [] => throw Refused(
                "homeEdge",
                "Your DID names no home Edge to send and receive through. Name one: `sending-cli did service add SendingEdge <owner>`, or use one this time: --via <owner>. "
                + "Edges: `sending-cli node list --role edge`."),
            [var only] => (only, []),
            [var first, ..] => (first, [$"Your DID names {homes.Count} home Edges; only the first is used, that of {first}. --via <owner> uses another."]),
        };
    }

    private static string Deposit(string owner, string? payer) => $"sending-cli credit deposit <amount> --edge {owner}{(payer is null ? "" : $" --payer {payer}")}";

    private static SendingException Refused(string check, string message) => new(ErrorCode.CheckFailed, message, new Dictionary<string, string> { ["check"] = check });

    private async Task<EdgeSession> RelayAsync(SqliteRelayJournal journal, CancellationToken cancellationToken)
    {
        if (_relay is null)
        {
            var account = await _session.UnlockAsync(cancellationToken).ConfigureAwait(false);
            _relay = new EdgeSession(_http, _target, new EdgeAccount(new Chain.Formats.Did(Account), account.Key, new Chain.Formats.Did(Payer)), journal, _time);
        }

        return _relay;
    }

    /// <summary>Adds to what an Edge refuses what to do about it.</summary>
    private async Task<T> ExplainAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (SendingException error) when (AdviceOn(error) is { } advice)
        {
            throw new SendingException(error.Code, $"{error.Message} {advice}", error.Details, error);
        }
    }

    private string? AdviceOn(SendingException error) => (error.Code, error.Details.GetValueOrDefault("problem")) switch
    {
        (ErrorCode.EdgeRefused, "credit-exhausted") => $"`{Deposit(Owner, Payer == Account ? null : Payer)}`.",
        (ErrorCode.EdgeRefused, "not-a-payer-key") => $"The payer does by `sending-cli did delegate add relay {Account}`.",
        (ErrorCode.EdgeRefused, "no-home-edge") => "The recipient names one by `sending-cli did service add SendingEdge <owner>`; `sending-cli did show` then tells the user id.",
        (ErrorCode.EdgeRefused, "payment-required") =>
            "This account was served more than this machine knows of: sign where it was used, or receive and send by another account or at another Edge (--via).",
        (ErrorCode.EdgeUnreachable, null) => "Edges: `sending-cli node list --role edge`; --via <owner> uses one this time.",
        _ => null,
    };
}
