using Sending.Chain.Rpc;

namespace Sending.Chain.Devnet;

/// <summary>What a devnet's folder tells.</summary>
public enum DevnetCondition
{
    /// <summary>Nothing was started there.</summary>
    Stopped,

    /// <summary>Another command is starting it now.</summary>
    Starting,

    /// <summary>It runs and answers.</summary>
    Running,

    /// <summary>Its process runs and does not answer.</summary>
    Silent,

    /// <summary>Its process has ended, though nobody called for that.</summary>
    Dead,
}

/// <summary>How a devnet is.</summary>
/// <param name="Condition">In one word.</param>
/// <param name="State">What was started; null when stopped.</param>
/// <param name="Head">The newest block; null unless it runs.</param>
/// <param name="Services">Its services, and how each is.</param>
public sealed record DevnetStatus(DevnetCondition Condition, DevnetState? State, ChainHead? Head, IReadOnlyList<(DevnetService Service, DevnetServiceCondition Condition)> Services);
