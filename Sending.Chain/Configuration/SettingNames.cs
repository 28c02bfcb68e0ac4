namespace Sending.Chain.Configuration;

/// <summary>Every setting there is; a settings file may hold these and no others.</summary>
public static class SettingNames
{
    /// <summary>Name of the network.</summary>
    public static SettingName Network { get; } = new("network", "name", "Network to use (default: devnet)");

    /// <summary>One RPC URL or several with commas.</summary>
    public static SettingName RpcUrl { get; } = new("rpcUrl", "url", "Node to talk to, or several with commas (default: the network's own)");

    /// <summary>The account that acts; of a service, its operator key.</summary>
    public static SettingName Account { get; } = new("account", "name|address|file", "Account that acts (default on a devnet: alice)");

    /// <summary>File with that account's password.</summary>
    public static SettingName PasswordFile { get; } = new("passwordFile", "file|-", "File with the account's password, - for standard input") { IsPath = true };

    /// <summary>Folder of the devnet.</summary>
    public static SettingName DevnetFolder { get; } = new("devnetFolder", "folder", "Folder of the devnet") { IsPath = true };

    /// <summary>Longest wait for one answer of the node.</summary>
    public static SettingName RpcTimeout { get; } = new("rpcTimeout", "duration", "Longest wait for one answer of the node, such as 30s");

    /// <summary>Where a service listens.</summary>
    public static SettingName Listen { get; } = new("listen", "address:port", "Where to listen, several with commas; loopback unless told, port 0 for any free one");

    /// <summary>Under which URL others reach a service.</summary>
    public static SettingName PublicUrl { get; } = new("publicUrl", "url", "URL under which others reach the service (default: where it listens)");

    /// <summary>Where a service keeps its files.</summary>
    public static SettingName Data { get; } = new("data", "folder", "Folder for the service's files; one process at a time") { IsPath = true };

    /// <summary>Which blocks a service takes for final.</summary>
    public static SettingName Finality { get; } = new("finality", "finalized|safe|latest", "Blocks that count as final (default: finalized; on a devnet latest)");

    /// <summary>The most that a service pays per unit of gas.</summary>
    public static SettingName FeeCap { get; } = new("feeCap", "gwei", "The most to pay per unit of gas, tip included (default: 500)");

    /// <summary>What the operator takes an ETH to be worth.</summary>
    public static SettingName SendPerEth { get; } = new("sendPerEth", "amount", "SEND that an ETH is worth to you, by which rewards are compared with gas");

    /// <summary>How many times its gas a reward must be worth.</summary>
    public static SettingName ClaimFactor { get; } = new("claimFactor", "number", "Claim once a reward is worth so many times its gas (default: 20)");

    /// <summary>After how many epochs it is claimed all the same.</summary>
    public static SettingName ClaimEpochs { get; } = new("claimEpochs", "number", "Claim at least every so many epochs (default: 30; on a devnet 1)");

    /// <summary>Whether a service runs without keys and transactions.</summary>
    public static SettingName Observe { get; } = new("observe", "", "Do everything but sign and send: needs no key");

    /// <summary>How often a guardian probes an Edge in an epoch.</summary>
    public static SettingName Probes { get; } = new("probes", "number", "Probes of each Edge in an epoch, at least 5 (default: 24; on a devnet 6)");

    /// <summary>Within how long a probe must be answered.</summary>
    public static SettingName ProbeLimit { get; } = new("probeLimit", "milliseconds", "How long an Edge may take to bring a probe back (default: 200; on a devnet 2000)");

    /// <summary>Those that commands take.</summary>
    public static IReadOnlyList<SettingName> OfCommands { get; } = [Network, RpcUrl, Account, PasswordFile, DevnetFolder, RpcTimeout];

    /// <summary>Those that every service takes besides.</summary>
    public static IReadOnlyList<SettingName> OfServices { get; } = [Listen, PublicUrl, Data, Finality, FeeCap, SendPerEth, ClaimFactor, ClaimEpochs];

    /// <summary>Those that Guardians take besides.</summary>
    public static IReadOnlyList<SettingName> OfGuardians { get; } = [Observe, Probes, ProbeLimit];

    /// <summary>Those that Edges take besides.</summary>
    public static IReadOnlyList<SettingName> OfEdges { get; } = [];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingName> All { get; } = [.. OfCommands, .. OfServices, .. OfGuardians, .. OfEdges];
}
