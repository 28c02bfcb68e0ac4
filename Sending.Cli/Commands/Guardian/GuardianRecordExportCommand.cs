using Sending.Chain.Accounts;
using Sending.Cli.Output;
using Sending.Guardian.Signing;

namespace Sending.Cli.Commands.Guardian;

/// <summary>Writes what a guardian has signed to a file.</summary>
internal sealed class GuardianRecordExportCommand() : GuardianRecordCommand(
    "export", "Write what a stopped guardian has signed to a file, to move it to another machine", "File to write; one that exists is never overwritten")
{
    public override IReadOnlyList<string> Examples => ["guardian record export signed.json", "guardian record export signed.json --data /var/lib/sending/guardian"];

    public override IReadOnlyList<string> Next => ["guardian record import <file>", "guardian run"];

    protected override void Validate(string document)
    {
        if (File.Exists(document))
        {
            throw CliException.Usage("file_exists", $"There is a file {document} already; it is never overwritten. Name another one.");
        }
    }

    protected override async Task<Report> RunAsync(RecordFile record, string document, bool dryRun, CancellationToken cancellationToken)
    {
        if (!record.Exists)
        {
            throw CliException.Usage("record_missing", $"There is no signing record {record.Path}. Name the guardian's account with --account, or its folder with --data.");
        }

        using var opened = record.Open();
        var signed = opened.List();
        if (!dryRun)
        {
            await PrivateFile.WriteNewAsync(document, SigningRecordDocument.Export(opened), cancellationToken).ConfigureAwait(false);
        }

        var report = new Report(dryRun ? "Dry run, nothing was written." : "Wrote the signing record. Do not let this guardian run again here once it runs elsewhere.")
            .Add("signedCount", "Settlements signed", Value.Of(signed.Count))
            .Add("lastEpoch", "Last of epoch", signed.Count == 0 ? Value.None : Value.Id(signed[^1].Epoch));
        return dryRun ? report : report.Next("sending-cli guardian record import <file>");
    }
}
