namespace Sending.Cli;

/// <summary>What the process tells its caller; documented in <c>--help</c>.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Failed: the chain refuses, the transaction reverted, a check before it did not pass.</summary>
    Failed = 1,

    /// <summary>Wrong usage: arguments, options or configuration.</summary>
    Usage = 2,

    /// <summary>The user said no.</summary>
    Cancelled = 3,

    /// <summary>Account or password trouble.</summary>
    Account = 4,

    /// <summary>No usable node: unreachable, of another chain, or without the contracts.</summary>
    Node = 5,

    /// <summary>Ctrl-C.</summary>
    Interrupted = 130,
}
