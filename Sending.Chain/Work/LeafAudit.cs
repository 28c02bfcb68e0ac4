using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Work;

/// <summary>What a look at a commitment's leaves found.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Set">Its leaves; null when nobody gave them.</param>
/// <param name="Report">What is wrong with them; null when nobody gave them.</param>
/// <param name="Failures">Who was asked, and did not give them.</param>
public sealed record LeafAudit(IndexedCommitment Commitment, LeafSet? Set, LeafSetReport? Report, IReadOnlyList<ServiceFailure> Failures)
{
    /// <summary>Whether every leaf is a valid receipt, in its place, and all together what was committed.</summary>
    public bool IsSound => Report is { IsSound: true };

    /// <summary>What is wrong, for a person, a line each.</summary>
    public IReadOnlyList<string> Problems => (Set, Report) switch
    {
        (null, _) or (_, null) => [$"Nobody gives the leaves ({ServiceFailure.Describe(Failures, "neither the Edge nor a guardian has an endpoint")})."],
        ({ } set, { } report) => [.. report.Faults.Select(fault => $"{fault.Reason}{UnitsOf(set, fault)}")],
    };

    /// <summary>The first unit of the first leaf that is wrong; 0 when the whole set is, or is not there.</summary>
    public ulong FirstWrongUnit => Set is { } set && Report is { Faults: [{ Kind: LeafFaultKind.Disorder or LeafFaultKind.InvalidReceipt } fault, ..] } ? set.ToTree().FirstUnitOf(fault.Second) : 0;

    /// <summary>Fetches a commitment's leaves and looks at all of them.</summary>
    /// <param name="state">For the right to sign.</param>
    /// <param name="commitment">The commitment.</param>
    /// <param name="client">Fetches.</param>
    /// <param name="sources">Base URLs; null for the endpoints of the Edge and of guardians.</param>
    /// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LeafAudit> RunAsync(
        ProtocolState state, IndexedCommitment commitment, LeafClient client, IReadOnlyList<Uri>? sources, TypedDataDomain domain, CancellationToken cancellationToken)
    {
        var header = new LeafSetHeader(commitment.Epoch, commitment.Edge, commitment.Root, (ulong)commitment.Units, 0);
        var fetch = await client.FetchAsync(header, sources ?? LeafSources.Of(state, commitment.Edge), cancellationToken);
        return new LeafAudit(
            commitment,
            fetch.Set,
            fetch.Set is { } set ? await LeafSetCheck.RunAsync(set, domain, (payer, signer) => ReceiptRight.MaySign(state, payer, signer, commitment.Epoch), cancellationToken) : null,
            fetch.Failures);
    }

    private static string UnitsOf(LeafSet set, LeafFault fault)
    {
        if (fault.Kind is LeafFaultKind.WrongRoot or LeafFaultKind.WrongSum)
        {
            return "";
        }

        var (first, units) = (set.ToTree().FirstUnitOf(fault.Second), set.Leaves[fault.Second].Units);
        return units == 0 ? "" : units == 1 ? $" It covers unit {first}." : $" It covers units {first} to {first + units - 1}.";
    }
}
