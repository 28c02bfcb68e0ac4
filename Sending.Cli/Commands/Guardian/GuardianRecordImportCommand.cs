using Sending.Cli.Output;
using Sending.Guardian.Signing;

namespace Sending.Cli.Commands.Guardian;

/// <summary>Puts on record what a guardian has signed elsewhere.</summary>
internal sealed class GuardianRecordImportCommand() : GuardianRecordCommand(
    "import", "Add what a guardian has signed elsewhere to the signing record of a stopped one; all of it or nothing", "File that guardian record export has written")
{
    public override IReadOnlyList<string> Examples => ["guardian record import signed.json"];

    public override IReadOnlyList<string> Next => ["guardian run"];

    protected override void Validate(string document)
    {
        if (new FileInfo(document) is not { Exists: true, Length: <= SigningRecordDocument.MaxLength })
        {
            throw CliException.Usage("invalid_input", $"There is no signing record in {document}. `sending-cli guardian record export` writes one.");
        }
    }

    protected override async Task<Report> RunAsync(RecordFile record, string document, bool dryRun, CancellationToken cancellationToken)
    {
        var signed = SigningRecordDocument.Parse(await File.ReadAllTextAsync(document, cancellationToken).ConfigureAwait(false), record.Chain, record.RewardPool);
        int added;
        if (dryRun && !record.Exists)
        {
            added = signed.Count;
        }
        else
        {
            using var opened = record.Open();
            added = dryRun ? opened.Check(signed) : opened.Record(signed);
        }

        return new Report(dryRun ? "Dry run, nothing was put on record." : "The signing record holds everything that is in the file.")
            .Add("signedCount", "Settlements in the file", Value.Of(signed.Count))
            .Add("addedCount", "Not on record before", Value.Of(added));
    }
}
