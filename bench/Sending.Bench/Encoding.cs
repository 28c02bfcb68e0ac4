using System.Globalization;
using System.Numerics;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Rewards = Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>ABI encoding of calls and decoding of events, in turns with viem doing the same on Node.</summary>
internal static class Encoding
{
    public static async Task MeasureAsync(NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        await toolchain.CompileContractsAsync(new ErrorStreamProgress(), cancellationToken);
        using var viem = new NodePeers(toolchain);
        Console.WriteLine("operation            here, per second   viem, per second   ratio");
        foreach (var (name, size, action) in Scenarios())
        {
            var rates = await Contestant.MeasureAsync([Contestant.Here(name, action), viem.Contestant(name, name)], cancellationToken);
            Console.WriteLine($"{name,-18} {size * rates[0],18:N0} {size * rates[1],18:N0} {rates[0] / rates[1],7:F1}");
        }
    }

    /// <summary>What is measured, and how many operations one call of it is.</summary>
    private static IEnumerable<(string Name, int Size, Action Action)> Scenarios()
    {
        const string address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
        var amount = BigInteger.Parse("25000000000000000000000", CultureInfo.InvariantCulture);
        var stake = new StakeFunction { Node = address, Amount = amount };
        var register = new RegisterAndStakeWithPermitFunction
        {
            Registration = new Registration { Role = 1, Operator = address, Commission = 500, Endpoint = "https://edge.example.org", OperatorConsent = [] },
            Amount = amount,
            Permit = new PermitSignature { Deadline = 1_800_000_000, V = 27, R = [.. Enumerable.Repeat((byte)0x11, 32)], S = [.. Enumerable.Repeat((byte)0x22, 32)] },
        };
        byte[] Hash(byte octet) => [.. Enumerable.Repeat(octet, 32)];
        var settlement = new Rewards.SettlementDigestFunction
        {
            Settlement = new Rewards.Settlement
            {
                Epoch = 42, Previous = Hash(0x11), EarningsRoot = Hash(0x22), TotalEarned = amount, ChargesRoot = Hash(0x33), TotalCharged = amount / 3,
            },
        };
        yield return ("stake", 1, () => stake.GetCallData());
        yield return ("register", 1, () => register.GetCallData());
        yield return ("settlement", 1, () => settlement.GetCallData());
        var claimed = Logs("RewardsClaimed(address,address,uint256)", 2, 1);
        yield return ("claimed-event", claimed.Length, () => claimed.DecodeAllEvents<RewardsClaimedEventDTO>());
        var distributed = Logs("RewardsDistributed(address,uint256,uint256,uint256)", 1, 3);
        yield return ("distributed-event", distributed.Length, () => distributed.DecodeAllEvents<RewardsDistributedEventDTO>());
    }

    /// <summary>A hundred logs of an event whose indexed parameters are addresses and whose others are numbers.</summary>
    private static FilterLog[] Logs(string signature, int addresses, int numbers) =>
    [
        .. Enumerable.Range(1, 100).Select(i => new FilterLog
        {
            Topics =
            [
                "0x" + Sha3Keccack.Current.CalculateHash(signature),
                .. Enumerable.Range(1, addresses).Select(place => "0x" + string.Concat(Enumerable.Repeat("0", 24)) + $"{i:x2}{place:x2}".PadLeft(40, 'a')),
            ],
            Data = "0x" + string.Concat(Enumerable.Range(1, numbers).Select(place => $"{i * place:x}4a817c800de0b6b3a7640000".PadLeft(64, '0'))),
        }),
    ];
}
