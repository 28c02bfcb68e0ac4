namespace Sending.Chain.Reverts;

/// <summary>Why a contract refused a call.</summary>
/// <param name="Error">Name of the Solidity error, e.g. "BelowMinimumStake".</param>
/// <param name="Sentence">The reason in English, amounts in tokens and times in UTC.</param>
/// <param name="Details">The error's name under "error", and its arguments by name.</param>
public sealed record RevertReason(string Error, string Sentence, IReadOnlyDictionary<string, string> Details);
