namespace Sending.Chain.Storage;

/// <summary>What a committed transaction of a state file survives.</summary>
public enum StateDurability
{
    /// <summary>The end of the process. Right for what can be read from the chain again.</summary>
    Process,

    /// <summary>A power cut as well: the disk has confirmed it. Right for what exists nowhere else.</summary>
    Power,
}
