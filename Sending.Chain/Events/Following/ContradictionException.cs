namespace Sending.Chain.Events.Following;

/// <summary>The node's answers do not fit each other: the chain is reorganising, or one of its backends is behind. Asking again helps.</summary>
internal sealed class ContradictionException(string message) : Exception(message);
