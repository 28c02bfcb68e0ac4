namespace Sending.Toolchain;

/// <summary>Node, npm or the contract compiler could not do their part; the message says what to do about it.</summary>
public sealed class ToolchainException(string message, Exception? inner = null) : Exception(message, inner);
