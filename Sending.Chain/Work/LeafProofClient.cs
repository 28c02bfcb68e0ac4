using System.Globalization;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Work;

/// <summary>Fetches what answers single challenges, from Edges and Guardians, who may be anybody: none is believed that does not lead to the root.</summary>
/// <param name="http">Asks; best without redirects.</param>
/// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
/// <param name="time">Measures time-outs.</param>
public sealed class LeafProofClient(HttpClient http, TypedDataDomain domain, TimeProvider time)
{
    /// <summary>A proof of the deepest tree has less than 8 KiB.</summary>
    private const int MaxAnswer = 16 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly EndpointReader _reader = new(http, time);

    /// <summary>The leaf that answers the challenge of a unit, from the first source that has it.</summary>
    /// <param name="commitment">The commitment.</param>
    /// <param name="unit">Counted from 0.</param>
    /// <param name="sources">Base URLs; see <see cref="LeafSources"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.CheckFailed"/>: none has it; what each answered is in the message. Whether the signer may sign is not looked at.
    /// </exception>
    public async Task<LeafEvidence> GetAsync(IndexedCommitment commitment, ulong unit, IReadOnlyList<Uri> sources, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var source in sources)
        {
            var url = EndpointReader.At(source, string.Create(CultureInfo.InvariantCulture, $"v1/leaves/{commitment.Root}/proof?unit={unit}"));
            var (document, problem) = await _reader.ReadAsync(url, MaxAnswer, Timeout, cancellationToken);
            try
            {
                var evidence = LeafEvidence.Parse(document ?? throw new FormatException(problem));
                if (Proves(evidence, commitment, unit))
                {
                    return evidence;
                }

                reasons.Add($"{Name(source)} shows a leaf that does not prove it");
            }
            catch (FormatException error)
            {
                reasons.Add($"{Name(source)}: {error.Message}");
            }
        }

        throw new SendingException(
            ErrorCode.CheckFailed,
            $"Nobody proves unit {unit} of {commitment.Edge} in epoch {commitment.Epoch}: {(reasons.Count == 0 ? "neither the Edge nor a guardian has an endpoint" : string.Join("; ", reasons))}.",
            new Dictionary<string, string> { ["check"] = "proof", ["unit"] = unit.ToString(CultureInfo.InvariantCulture), ["root"] = commitment.Root });
    }

    private static string Name(Uri source) => source.AbsoluteUri.TrimEnd('/');

    private bool Proves(LeafEvidence evidence, IndexedCommitment commitment, ulong unit)
        => evidence.Covers(commitment.Root.HexToByteArray(), (ulong)commitment.Units, unit)
            && new RelayReceipt(commitment.Edge, evidence.Leaf.Client, (ulong)commitment.Epoch, evidence.Leaf.Units)
                .RecoverSigner(domain, evidence.Leaf.Signature) is { } signer
            && signer.Equals(evidence.Leaf.Signer, StringComparison.OrdinalIgnoreCase);
}
