using System.Text.Json;

namespace Sending.Contracts.Tests;

/// <summary>
/// The contracts need Cancun and nothing later, and no opcode that means something else, or nothing, on a rollup that is named as a target:
/// Linea (Prague since its Beta v4, <c>docs.linea.build/network/build/ethereum-differences</c>) and Scroll (target cancun,
/// <c>docs.scroll.io/en/developers/ethereum-and-scroll-differences</c>), as documented there in November 2026.
/// </summary>
public sealed class OpcodeTests
{
    private const byte FirstPush = 0x60;
    private const byte LastPush = 0x7f;
    private const byte Invalid = 0xfe;

    private static readonly string[] Deployed =
    [
        "contracts/token/SendToken", "contracts/governance/ProtocolConfig", "contracts/governance/SendGovernor", "contracts/staking/NodeStaking",
        "contracts/identity/DidRegistry", "contracts/work/RelayCredit", "contracts/work/WorkProofs", "contracts/rewards/RewardPool",
        "@openzeppelin/contracts/access/manager/AccessManager", "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy",
    ];

    private static readonly (byte From, byte To)[] Cancun =
        [(0x00, 0x0b), (0x10, 0x1d), (0x20, 0x20), (0x30, 0x4a), (0x50, 0x9f), (0xa0, 0xa4), (0xf0, 0xf5), (0xfa, 0xfa), (0xfd, 0xff)];

    /// <remarks>BLOCKHASH, COINBASE, PREVRANDAO, BLOBHASH, BLOBBASEFEE, SELFDESTRUCT.</remarks>
    private static readonly byte[] Elsewhere = [0x40, 0x41, 0x44, 0x49, 0x4a, 0xff];

    public static TheoryData<string> Contracts() => [.. Deployed];

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task CodeRunsOnEveryTarget(string contract)
    {
        var file = Path.Combine((await Tools.EnsureAsync()).Root, "artifacts", $"{contract}.sol", $"{contract[(contract.LastIndexOf('/') + 1)..]}.json");
        using var artifact = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        foreach (var part in new[] { "bytecode", "deployedBytecode" })
        {
            var opcodes = Opcodes(Convert.FromHexString(artifact.RootElement.GetProperty(part).GetString()![2..])).ToHashSet();
            Assert.True(opcodes.Count > 20, $"Only {opcodes.Count} different opcodes were found in the {part}.");
            Assert.Empty(opcodes.Where(opcode => !Cancun.Any(range => opcode >= range.From && opcode <= range.To) || Elsewhere.Contains(opcode))
                .Select(opcode => $"{part}: 0x{opcode:x2}"));
        }
    }

    /// <summary>Up to the INVALID that the compiler puts between code and the data behind it.</summary>
    private static IEnumerable<byte> Opcodes(byte[] code)
    {
        for (var i = 0; i < code.Length && code[i] != Invalid; i++)
        {
            yield return code[i];
            i += code[i] is >= FirstPush and <= LastPush ? code[i] - FirstPush + 1 : 0;
        }
    }
}
