namespace Sending.Chain.Wire;

/// <summary>Why a node's HTTP service did not give what it was asked for.</summary>
/// <param name="Source">Its base URL.</param>
/// <param name="Reason">For a person.</param>
public sealed record ServiceFailure(Uri Source, string Reason)
{
    /// <summary>Who failed, and why, for a person.</summary>
    /// <param name="failures">Who did.</param>
    /// <param name="nobody">What to say when nobody was asked.</param>
    public static string Describe(IReadOnlyList<ServiceFailure> failures, string nobody)
        => failures.Count == 0 ? nobody : string.Join("; ", failures.Select(failure => $"{failure.Source.GetLeftPart(UriPartial.Authority)} {failure.Reason}"));
}
