using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Prints an identity's DID document, of now or of before.</summary>
internal sealed class DidResolveCommand : CliCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, DidDocumentProfile Profile)[] Profiles = [("multikey", DidDocumentProfile.Multikey), ("ethr", DidDocumentProfile.EthrDid)];

    private readonly Argument<string> _did = Common.Did("did:sdn:… or did:ethr:…");

    private readonly Option<string> _versionId = new("--version-id") { HelpName = "block", Description = "The document as it was after this block" };
    private readonly Option<string> _versionTime = new("--version-time") { HelpName = "time", Description = "The document as it was at this time, such as 2026-11-25T09:30:00Z" };

    private readonly Option<string> _profile = new("--profile")
    {
        HelpName = "multikey|ethr",
        Description = "Vocabulary: DID 1.1 with Multikey (default for did:sdn), or that of ethr-did-resolver (default for did:ethr)",
    };

    public DidResolveCommand()
        : base("resolve", "Print the DID document of an identity, of now or of before (W3C DID Resolution)")
    {
        Add(_did);
        Add(_versionId);
        Add(_versionTime);
        Add(_profile);
    }

    public override IReadOnlyList<string> Examples =>
        ["did resolve bob", "did resolve did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb92266 --version-time 2026-11-25T09:30:00Z", "did resolve did:ethr:0x7a69:0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 --json"];

    public override IReadOnlyList<string> Next => ["did show <did>", "did history <did>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var options = new DidResolutionOptions
        {
            Profile = Profile(invocation.Value(_profile)),
            VersionId = invocation.Value(_versionId),
            VersionTime = DidTimes.Parse(invocation.Value(_versionTime), _versionTime.Name),
        };
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var given = invocation.Value(_did);
        var did = given is not null && given.StartsWith("did:", StringComparison.Ordinal)
            ? given
            : Value.Did(await session.NodeAsync(given, cancellationToken).ConfigureAwait(false)).Text;
        var resolution = await new DidResolver(session.Index, session.Connection, invocation.Terminal.Clock).ResolveAsync(did, options, cancellationToken).ConfigureAwait(false);
        var json = resolution.ToJson();
        return resolution.Error is { } error
            ? throw new CliException(
                error is DidResolutionError.NotFound or DidResolutionError.Internal ? ExitCode.Failed : ExitCode.Usage,
                "did_" + JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString()),
                resolution.ErrorMessage!,
                json["didResolutionMetadata"]!.DeepClone().AsObject())
            : new Report("") { Raw = json.ToJsonString(Indented) }
                .Add("did", null, Value.Of(did))
                .Add("didDocument", null, new Value("", json["didDocument"]?.DeepClone()))
                .Add("didResolutionMetadata", null, new Value("", json["didResolutionMetadata"]?.DeepClone()))
                .Add("didDocumentMetadata", null, new Value("", json["didDocumentMetadata"]?.DeepClone()));
    }

    private static DidDocumentProfile? Profile(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var at = Array.FindIndex(Profiles, profile => profile.Name == text);
        return at >= 0 ? Profiles[at].Profile : throw CliException.Usage("invalid_input", $"--profile '{text}' is none: multikey or ethr.");
    }
}
