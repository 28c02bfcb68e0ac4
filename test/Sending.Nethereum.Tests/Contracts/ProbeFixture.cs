using Bindings.Probe;
using Bindings.Probe.ContractDefinition;
using Nethereum.Web3;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Contracts;

/// <summary>A node with the contract Probe, used through the bindings that nethereum-codegen made.</summary>
public sealed class ProbeFixture : IAsyncLifetime
{
    public HardhatNode Node { get; } = new();

    public ProbeService Probe { get; private set; } = null!;

    public Web3 Web3 { get; private set; } = null!;

    public static Leaf Leaf(ulong id, string label) => new() { Id = id, Label = label, Keys = [new byte[32], [.. Enumerable.Repeat((byte)id, 32)]] };

    public Branch Branch(params Leaf[] leaves) => new()
    {
        Owner = Node.Account().Address,
        Leaves = [.. leaves],
        Main = Leaf(7, "main"),
        Grid = [[1, -2], []],
        Kind = 2,
    };

    public async Task InitializeAsync()
    {
        await Node.InitializeAsync();
        Web3 = Node.Web3();
        Probe = await ProbeService.DeployContractAndGetServiceAsync(Web3, new ProbeDeployment { Branch = Branch(Leaf(1, "one"), Leaf(2, "two")), Numbers = [1, 2, 3] });
    }

    public Task DisposeAsync() => Node.DisposeAsync();
}
