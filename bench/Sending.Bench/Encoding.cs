using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Nethereum.Contracts;
using Nethereum.Util;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>ABI encoding of calls and Keccak-256, in turns with viem doing the same on Node.</summary>
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
        Console.WriteLine("operation        here, per second   viem, per second   ratio");
        foreach (var (name, action) in Scenarios())
        {
            List<double> here = [], there = [];
            var count = Calibrate(action);
            for (var round = 0; round < Rounds; round++)
            {
                here.Add(count / Time(action, count).TotalSeconds);
                await viem.StandardInput.WriteLineAsync($"{name} {count}".AsMemory(), cancellationToken);
                await viem.StandardInput.FlushAsync(cancellationToken);
                var nanoseconds = double.Parse((await viem.StandardOutput.ReadLineAsync(cancellationToken))!, CultureInfo.InvariantCulture);
                there.Add(count / (nanoseconds / 1e9));
            }

            // The first rounds warm both up.
            var (ours, theirs) = (Summary.Median(here.Skip(2)), Summary.Median(there.Skip(2)));
            Console.WriteLine($"{name,-14} {ours,18:N0} {theirs,18:N0} {ours / theirs,7:F1}");
        }

        viem.StandardInput.Close();
        await viem.WaitForExitAsync(cancellationToken);
    }

    private static IEnumerable<(string Name, Action Action)> Scenarios()
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
        yield return ("keccak32", () => Sha3Keccack.Current.CalculateHash(words));
        yield return ("keccak1024", () => Sha3Keccack.Current.CalculateHash(kilobyte));
        yield return ("stake", () => stake.GetCallData());
        yield return ("register", () => register.GetCallData());
    }

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
