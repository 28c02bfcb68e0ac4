using System.CommandLine;
using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Chain.Rpc;
using Sending.Cli.Output;
using Sending.Cli.Transactions;
using Sending.Guardian;
using Sending.Guardian.Signing;

namespace Sending.Cli.Commands.Guardian;

/// <summary>A command on the signing record of a guardian that does not run.</summary>
internal abstract class GuardianRecordCommand : CliCommand
{
    private readonly Argument<string> _document;

    protected GuardianRecordCommand(string name, string description, string document)
        : base(name, description)
    {
        _document = new Argument<string>("file") { Description = document };
        Add(_document);
        Add(new Option<string>(SettingNames.Data.Flag) { HelpName = SettingNames.Data.Value, Description = "Folder of the guardian's files (default: that of the acting account's guardian)" });
    }

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var document = Path.GetFullPath(invocation.Value(_document)!, invocation.Terminal.WorkingDirectory);
        Validate(document);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var chain = await session.Connection.GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        var options = ServiceOptions.Of(GuardianService.Kind, GuardianService.DefaultPort, invocation.Settings);
        var folder = options.DataFolder ?? options.FolderOf(chain, await session.ActingAddressAsync(cancellationToken).ConfigureAwait(false));
        var record = new RecordFile(Path.Combine(folder, GuardianService.RecordFile), chain, session.Connection.Deployment.Contracts.RewardPool);
        var report = await RunAsync(record, document, invocation.DryRun, cancellationToken).ConfigureAwait(false);
        report.Add("record", "Signing record", Value.Of(record.Path)).Add("file", "File", Value.Of(document));
        return invocation.DryRun ? report.Add("dryRun", null, Value.Of(true)) : report;
    }

    /// <summary>What can be checked before anything is connected to.</summary>
    protected abstract void Validate(string document);

    protected abstract Task<Report> RunAsync(RecordFile record, string document, bool dryRun, CancellationToken cancellationToken);

    /// <summary>Where the record is, and what it must be about.</summary>
    protected sealed record RecordFile(string Path, ChainIdentity Chain, string RewardPool)
    {
        public bool Exists => File.Exists(Path);

        public SigningRecord Open() => SigningRecord.Open(Path, Chain, RewardPool);
    }
}
