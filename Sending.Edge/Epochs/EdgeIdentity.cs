namespace Sending.Edge.Epochs;

/// <summary>Which Edge it is.</summary>
/// <param name="Owner">Owner of the node (EIP-55).</param>
/// <param name="Operator">The hot key's address, which sends (EIP-55).</param>
public sealed record EdgeIdentity(string Owner, string Operator);
