using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Util;
using Rewards = Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>ABI encoding of calls, decoding of events, and Keccak-256, in turns with viem doing the same on Node.</summary>
internal static class Encoding
{
    private const int Rounds = 9;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(50);

    public static async Task MeasureAsync(NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        await toolchain.CompileContractsAsync(new ErrorStreamProgress(), cancellationToken);
        var start = toolchain.Command(Path.Combine(toolchain.Root, "bench", "viem.mjs"));
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        using var viem = Process.Start(start)!;
        Console.WriteLine("operation            here, per second   viem, per second   ratio");
        foreach (var (name, size, action) in Scenarios())
        {
            List<double> here = [], there = [];
            var count = Calibrate(action);
            for (var round = 0; round < Rounds; round++)
            {
                here.Add(size * count / Time(action, count).TotalSeconds);
                await viem.StandardInput.WriteLineAsync($"{name} {count}".AsMemory(), cancellationToken);
                await viem.StandardInput.FlushAsync(cancellationToken);
                var nanoseconds = double.Parse((await viem.StandardOutput.ReadLineAsync(cancellationToken))!, CultureInfo.InvariantCulture);
                there.Add(size * count / (nanoseconds / 1e9));
            }

            // The first rounds warm both up.
            var (ours, theirs) = (Summary.Median(here.Skip(2)), Summary.Median(there.Skip(2)));
            Console.WriteLine($"{name,-18} {ours,18:N0} {theirs,18:N0} {ours / theirs,7:F1}");
        }

        viem.StandardInput.Close();
        await viem.WaitForExitAsync(cancellationToken);
    }

    /// <summary>What is measured, and how many operations one call of it is.</summary>
    private static IEnumerable<(string Name, int Size, Action Action)> Scenarios()
    {
        var words = Enumerable.Repeat((byte)7, 32).ToArray();
        var kilobyte = Enumerable.Repeat((byte)7, 1024).ToArray();
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
        yield return ("keccak32", 1, () => Sha3Keccack.Current.CalculateHash(words));
        yield return ("keccak1024", 1, () => Sha3Keccack.Current.CalculateHash(kilobyte));
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

    private static int Calibrate(Action action)
    {
        var count = 16;
        while (Time(action, count) < Round)
        {
            count *= 2;
        }

        return count;
    }

    private static TimeSpan Time(Action action, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
