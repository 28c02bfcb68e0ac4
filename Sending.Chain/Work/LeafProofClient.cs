using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Nethereum.Hex.HexConvertors.Extensions;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;

namespace Sending.Chain.Work;

/// <summary>Fetches single proofs of commitments, and believes none that it has not walked to the root.</summary>
/// <param name="domain">See <see cref="TypedDataDomain.OfWork"/>.</param>
public sealed class LeafProofClient(TypedDataDomain domain) : IDisposable
{
    /// <summary>A proof of the deepest tree has less than 8 KiB.</summary>
    private const int MaxAnswer = 64 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        MaxResponseContentBufferSize = MaxAnswer,
        Timeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>The leaf that answers the challenge of a unit, from the first source that has it.</summary>
    /// <param name="commitment">The commitment.</param>
    /// <param name="unit">Counted from 0.</param>
    /// <param name="sources">Base URLs; see <see cref="LeafSources"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.CheckFailed"/>: none has it; what each answered is in the message. That the signer may sign is not looked at.
    /// </exception>
    public async Task<ProvenLeaf> GetAsync(IndexedCommitment commitment, ulong unit, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var source in sources)
        {
            try
            {
                var document = await FetchAsync(source, commitment.Root, unit, cancellationToken);
                if (document.ToProvenLeaf() is var leaf
                    && leaf.Answers(domain, (ulong)commitment.Epoch, commitment.Edge, commitment.Root.HexToByteArray(), (ulong)commitment.Units, unit))
                {
                    return leaf;
                }

                reasons.Add($"{source} shows a leaf that does not prove it");
            }
            catch (Exception error) when (error is HttpRequestException or JsonException or FormatException or ArgumentException or TaskCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                reasons.Add($"{source}: {error.Message}");
            }
        }

        throw new SendingException(
            ErrorCode.CheckFailed,
            $"Nobody proves unit {unit} of {commitment.Edge} in epoch {commitment.Epoch}: {(reasons.Count == 0 ? "no Edge or guardian has an endpoint" : string.Join("; ", reasons))}.",
            new Dictionary<string, string> { ["check"] = "proof", ["unit"] = unit.ToString(CultureInfo.InvariantCulture), ["root"] = commitment.Root });
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<LeafProofDocument> FetchAsync(string source, string root, ulong unit, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{source.TrimEnd('/')}/v1/leaves/{root}/proof?unit={unit}");
        using var answer = await _http.GetAsync(new Uri(address), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync(LeafProofJson.Default.LeafProofDocument, cancellationToken) ?? throw new JsonException("The answer is null.");
    }
}
