using Sending.Toolchain;

namespace Sending.Chain.Codegen;

/// <summary>Makes the C# bindings of the contracts from their artifacts with Nethereum's own generator.</summary>
public sealed class BindingsGenerator(NodeToolchain toolchain, IProgress<string> progress)
{
    private const string Namespace = "Sending.Chain.Contracts";

    private static readonly (string Name, string Source)[] Contracts =
    [
        ("SendToken", "contracts/token/SendToken.sol/SendToken.json"),
        ("ProtocolConfig", "contracts/governance/ProtocolConfig.sol/ProtocolConfig.json"),
        ("NodeStaking", "contracts/staking/NodeStaking.sol/NodeStaking.json"),
        ("DidRegistry", "contracts/identity/DidRegistry.sol/DidRegistry.json"),
        ("RelayCredit", "contracts/work/RelayCredit.sol/RelayCredit.json"),
        ("WorkProofs", "contracts/work/WorkProofs.sol/WorkProofs.json"),
        ("RewardPool", "contracts/rewards/RewardPool.sol/RewardPool.json"),
        ("SendGovernor", "contracts/governance/SendGovernor.sol/SendGovernor.json"),
        ("AccessManager", "@openzeppelin/contracts/access/manager/AccessManager.sol/AccessManager.json"),
    ];

    /// <summary>The folder of the committed bindings; it holds nothing else.</summary>
    public string Folder => Path.Combine(toolchain.Root, "Sending.Chain", "Contracts");

    /// <summary>Compiles the contracts and replaces the bindings in <see cref="Folder"/>.</summary>
    /// <returns>The files that were added, changed or removed, relative to <see cref="Folder"/>.</returns>
    /// <exception cref="ToolchainException">The compiler or the generator fails.</exception>
    public async Task<IReadOnlyList<string>> RegenerateAsync(CancellationToken cancellationToken)
    {
        var generated = await GenerateAsync(cancellationToken);
        var stale = Differences(generated);
        if (stale.Count > 0)
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }

            foreach (var (file, text) in generated)
            {
                var path = Path.Combine(Folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text, cancellationToken);
            }
        }

        return stale;
    }

    /// <summary>Compiles the contracts and compares what the generator makes of them with the committed bindings.</summary>
    /// <returns>The files that differ; none when the bindings are current.</returns>
    /// <exception cref="ToolchainException">The compiler or the generator fails.</exception>
    public async Task<IReadOnlyList<string>> FindStaleAsync(CancellationToken cancellationToken) =>
        Differences(await GenerateAsync(cancellationToken));

    private async Task<SortedDictionary<string, string>> GenerateAsync(CancellationToken cancellationToken)
    {
        await toolchain.CompileContractsAsync(progress, cancellationToken);
        var output = Directory.CreateTempSubdirectory("sending-bindings-").FullName;
        try
        {
            var script = Path.Combine(toolchain.Root, "Sending.Chain.Codegen", "generate.cjs");
            var artifacts = Contracts.Select(contract => $"{contract.Name}={Path.Combine(toolchain.Root, "artifacts", contract.Source)}");
            var result = await toolchain.RunAsync([script, output, Namespace, .. artifacts], cancellationToken);
            if (result.ExitCode != 0)
            {
                throw new ToolchainException("Nethereum's generator failed:\n" + result.Tail());
            }

            return ReadAll(output);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private List<string> Differences(SortedDictionary<string, string> generated)
    {
        var committed = Directory.Exists(Folder) ? ReadAll(Folder) : [];
        return [.. generated.Keys.Union(committed.Keys).Where(file => generated.GetValueOrDefault(file) != committed.GetValueOrDefault(file)).Order(StringComparer.Ordinal)];
    }

    private static SortedDictionary<string, string> ReadAll(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);
}
