using System.CommandLine;
using System.Security.Cryptography;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Identity.Login;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Signs the message by which an account logs in as an identity.</summary>
internal sealed class DidLoginCommand : CliCommand
{
    private const string DefaultLifetime = "5m";
    private const string NonceCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int NonceLength = 16;

    private readonly Argument<string> _domain = new("domain") { Description = "Who is logged in to: host, and port if any" };
    private readonly Option<string> _did = new("--did") { HelpName = "did|name|address", Description = "Identity to log in as (default: the acting account's own)" };
    private readonly Option<string> _nonce = new("--nonce") { HelpName = "nonce", Description = "What the service gave for this log-in (default: a random one)" };
    private readonly Option<string> _statement = new("--statement") { HelpName = "text", Description = "A line for whoever reads the message" };
    private readonly Option<string> _lifetime = new("--lifetime") { HelpName = "duration", Description = $"How long the message can be used (default: {DefaultLifetime})" };

    public DidLoginCommand()
        : base("login", "Sign a log-in as an identity (EIP-4361); prints message and signature")
    {
        Add(_domain);
        Add(_did);
        Add(_nonce);
        Add(_statement);
        Add(_lifetime);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "did login edge.example.org --nonce 32891756abcdef > login.json",
        "did login edge.example.org:8443 --did did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb92266 --account bob",
    ];

    public override IReadOnlyList<string> Next => ["did verify login.json"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var lifetime = Duration.Parse(invocation.Value(_lifetime) ?? DefaultLifetime);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var signer = await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false);
        var identity = await session.NodeAsync(invocation.Value(_did), cancellationToken).ConfigureAwait(false);
        var message = Make(invocation, session.Connection.Deployment.ChainId, signer, identity, lifetime);
        await CheckAsync(session, identity, signer, cancellationToken).ConfigureAwait(false);
        var account = await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        var login = new LoginFile(message, message.Sign(account.Key));
        return new Report("") { Raw = login.ToJson() }
            .Add("did", null, Value.Did(identity))
            .Add("account", null, Value.Of(signer))
            .Add("nonce", null, Value.Of(message.Nonce))
            .Add("expires", null, Value.Time(message.ExpirationTime!.Value))
            .Add("message", null, Value.Of(message.Text))
            .Add("signature", null, Value.Of(DidKeys.Hex(login.Signature)));
    }

    private static async Task CheckAsync(Session session, string identity, string signer, CancellationToken cancellationToken)
    {
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var right = LoginAuthority.Of(state, identity, signer, state.Block.Time);
        if (right is LoginRight.None or LoginRight.Deactivated)
        {
            var did = Value.Did(identity).Text;
            throw new SendingException(
                ErrorCode.LoginRefused,
                right == LoginRight.Deactivated
                    ? $"The identity {did} was deactivated; nobody can log in as it."
                    : $"{signer} may not log in as {did}. Let its owner add it: `sending-cli did delegate add sigAuth {signer} --did {did} --account <owner>`.",
                new Dictionary<string, string> { ["check"] = right == LoginRight.Deactivated ? "deactivated" : "authority" });
        }
    }

    private LoginMessage Make(Invocation invocation, long chainId, string signer, string identity, TimeSpan lifetime)
    {
        var now = invocation.Terminal.Clock.GetUtcNow();
        try
        {
            return LoginMessage.Create(
                invocation.Value(_domain)!,
                signer,
                new Chain.Formats.Did(identity),
                chainId,
                invocation.Value(_nonce) ?? RandomNumberGenerator.GetString(NonceCharacters, NonceLength),
                now,
                now + lifetime,
                invocation.Value(_statement));
        }
        catch (FormatException error)
        {
            throw CliException.Usage("invalid_input", $"No log-in message can be made of that: {error.Message}");
        }
    }
}
