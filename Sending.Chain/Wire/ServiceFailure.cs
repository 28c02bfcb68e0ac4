namespace Sending.Chain.Wire;

/// <summary>Why a node's HTTP service did not give what it was asked for.</summary>
/// <param name="Source">Its base URL.</param>
/// <param name="Reason">For a person.</param>
public sealed record ServiceFailure(Uri Source, string Reason);
