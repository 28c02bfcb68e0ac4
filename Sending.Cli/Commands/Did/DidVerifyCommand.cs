using System.CommandLine;
using Sending.Chain.Identity.Login;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Checks a log-in as a service does.</summary>
internal sealed class DidVerifyCommand : CliCommand
{
    private const string StandardInput = "-";
    private const int MaxLength = 1 << 16;

    private readonly Argument<string> _file = new("file") { Description = "File with what `did login` printed, - for standard input" };
    private readonly Option<string> _domain = new("--domain") { HelpName = "domain", Description = "The service that it must be for (default: not checked)" };
    private readonly Option<string> _nonce = new("--nonce") { HelpName = "nonce", Description = "What the service gave (default: not checked)" };
    private readonly Option<string> _at = new("--at") { HelpName = "time", Description = "As of this time, such as 2026-11-25T09:30:00Z (default: now)" };

    public DidVerifyCommand()
        : base("verify", "Check a signed log-in against the registry, as a service does")
    {
        Add(_file);
        Add(_domain);
        Add(_nonce);
        Add(_at);
    }

    public override IReadOnlyList<string> Examples =>
        ["did verify login.json", "did verify login.json --domain edge.example.org --nonce 32891756abcdef", "did verify - --at 2026-11-25T09:30:00Z"];

    public override IReadOnlyList<string> Next => ["did show <did>", "did login <domain>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var asOf = DidTimes.Parse(invocation.Value(_at), _at.Name);
        var login = await ReadAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var state = await session.Index.ReadAsync(cancellationToken).ConfigureAwait(false);
        var (domain, nonce) = (invocation.Value(_domain), invocation.Value(_nonce));
        var verifier = new LoginVerifier(domain ?? login.Message.Domain, session.Connection.Deployment.ChainId, invocation.Terminal.Clock);
        var accepted = verifier.Verify(login.Message, login.Signature, nonce ?? login.Message.Nonce, state, asOf);
        var account = await session.NameAsync(accepted.Signer, cancellationToken).ConfigureAwait(false);
        return new Report($"A good log-in as {accepted.Did}, signed by its {Word(accepted.Right)}.")
            .Add("did", "Identity", await session.IdentityNameAsync(accepted.Did.Address, cancellationToken).ConfigureAwait(false))
            .Add("account", "Signed by", account)
            .Add("right", "As its", Value.Of(Word(accepted.Right)))
            .Add("domain", "To", Value.Of(accepted.Message.Domain))
            .Add("nonce", "Nonce", Value.Of(accepted.Message.Nonce))
            .Add("expires", "Until", Value.Time(accepted.Expires))
            .Warn(domain is null ? ["Whom it is for was not checked: --domain."] : [])
            .Warn(nonce is null ? ["Its nonce was not checked: --nonce."] : []);
    }

    private static string Word(LoginRight right) => right.ToString().ToLowerInvariant();

    private async Task<LoginFile> ReadAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var given = invocation.Value(_file)!;
        if (given == StandardInput)
        {
            return LoginFile.Parse(await invocation.Terminal.In.ReadToEndAsync(cancellationToken).ConfigureAwait(false), "Standard input");
        }

        var file = new FileInfo(Path.GetFullPath(given, invocation.Terminal.WorkingDirectory));
        return file is { Exists: true, Length: <= MaxLength }
            ? LoginFile.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken).ConfigureAwait(false), file.FullName)
            : throw CliException.Usage("invalid_input", $"There is no log-in in a file {file.FullName}. Make one: `sending-cli did login <domain> > login.json`.");
    }
}
