using Sending.Chain.Events.Projection;
using Sending.Chain.Wire;

namespace Sending.Chain.Settlements;

/// <summary>What became of asking guardians.</summary>
/// <param name="Found">What one of them gave, checked; null when nobody did.</param>
/// <param name="Source">Who gave it.</param>
/// <param name="Failures">Who did not, and why.</param>
public sealed record SettlementAnswer<T>(T? Found, Uri? Source, IReadOnlyList<ServiceFailure> Failures)
    where T : class;

/// <summary>Reads settlements and proofs from guardians, who may be anybody: what is given is checked against what is on chain.</summary>
/// <param name="http">Asks; best without redirects.</param>
/// <param name="time">Measures time-outs.</param>
public sealed class SettlementClient(HttpClient http, TimeProvider time)
{
    private const int ProofBytes = 16 * 1024;
    private static readonly TimeSpan DocumentTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ProofTimeout = TimeSpan.FromSeconds(10);

    private readonly EndpointReader _reader = new(http, time);

    /// <summary>A settlement's document, whose earnings and charges are those that the chain has the roots of.</summary>
    /// <param name="settlement">The settlement on chain.</param>
    /// <param name="guardians">Base URLs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SettlementAnswer<SettlementDocument>> FindAsync(IndexedSettlement settlement, IEnumerable<Uri> guardians, CancellationToken cancellationToken)
        => AskAsync(guardians, $"v1/settlements/{settlement.Epoch}", SettlementDocument.MaxBytes, DocumentTimeout, SettlementDocument.Parse, document => document.Matches(settlement), cancellationToken);

    /// <summary>What a node has earned by a settlement, with the proof; null also when it has earned nothing, which no guardian proves.</summary>
    /// <inheritdoc cref="FindAsync" path="/param"/>
    /// <param name="node">The node's owner.</param>
    public Task<SettlementAnswer<EarningsProof>> FindEarningsAsync(IndexedSettlement settlement, string node, IEnumerable<Uri> guardians, CancellationToken cancellationToken)
        => AskAsync(
            guardians,
            $"v1/settlements/{settlement.Epoch}/earnings/{node}",
            ProofBytes,
            ProofTimeout,
            EarningsProof.Parse,
            proof => Same(proof.Node, node) && proof.LeadsTo(settlement.EarningsRoot),
            cancellationToken);

    /// <summary>What a line was charged by a settlement, with the proof; null also when the line was opened later.</summary>
    /// <inheritdoc cref="FindAsync" path="/param"/>
    /// <param name="payer">Whose line it is.</param>
    /// <param name="edge">Owner of the Edge that it pays.</param>
    public Task<SettlementAnswer<ChargeProof>> FindChargeAsync(
        IndexedSettlement settlement, string payer, string edge, IEnumerable<Uri> guardians, CancellationToken cancellationToken)
        => AskAsync(
            guardians,
            $"v1/settlements/{settlement.Epoch}/charges/{payer}/{edge}",
            ProofBytes,
            ProofTimeout,
            ChargeProof.Parse,
            proof => Same(proof.Payer, payer) && Same(proof.Edge, edge) && proof.LeadsTo(settlement.ChargesRoot),
            cancellationToken);

    /// <summary>The signatures that a guardian has of an epoch's settlement; they are not checked.</summary>
    /// <param name="epoch">The settlement's epoch.</param>
    /// <param name="guardian">Base URL.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SettlementAnswer<SettlementSignatures>> FindSignaturesAsync(long epoch, Uri guardian, CancellationToken cancellationToken)
        => AskAsync([guardian], $"v1/settlements/{epoch}/signatures", SettlementSignatures.MaxBytes, ProofTimeout, SettlementSignatures.Parse, _ => true, cancellationToken);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private async Task<SettlementAnswer<T>> AskAsync<T>(
        IEnumerable<Uri> guardians,
        string path,
        int atMost,
        TimeSpan timeout,
        Func<ReadOnlyMemory<byte>, T> parse,
        Func<T, bool> isRight,
        CancellationToken cancellationToken)
        where T : class
    {
        var failures = new List<ServiceFailure>();
        foreach (var guardian in guardians)
        {
            var (document, problem) = await _reader.ReadAsync(EndpointReader.At(guardian, path), atMost, timeout, cancellationToken);
            try
            {
                if (document is not null && parse(document) is var found)
                {
                    if (isRight(found))
                    {
                        return new SettlementAnswer<T>(found, guardian, failures);
                    }

                    problem = "gives something else than the chain has the root of";
                }
            }
            catch (FormatException error)
            {
                problem = error.Message;
            }

            failures.Add(new ServiceFailure(guardian, problem));
        }

        return new SettlementAnswer<T>(null, null, failures);
    }
}
