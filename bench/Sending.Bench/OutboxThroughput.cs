using System.Diagnostics;
using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Signer;
using Nethereum.Web3.Accounts;
using Sending.Chain.Accounts;
using Sending.Chain.Devnet;
using Sending.Chain.Rpc;
using Sending.Chain.Transactions;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>Transfers a second, confirmed, through the outbox and by a bare loop that signs, sends and asks for the receipt, in turns on one devnet.</summary>
internal static class OutboxThroughput
{
    private const int Rounds = 5;
    private const int Accounts = 4;
    private const int Transfers = 50;
    private static readonly BigInteger Fee = 10_000_000_000;

    public static async Task MeasureAsync(string root, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sending-bench-").FullName;
        var devnet = new LocalDevnet(new DevnetFolder(Path.Combine(folder, "devnet")), root, TimeProvider.System);
        await devnet.UpAsync(new DevnetOptions { Port = 0 }, new ErrorStreamProgress(), cancellationToken);
        try
        {
            using var connection = await devnet.ConnectAsync(cancellationToken);
            List<double> bare = [], bareAtOnce = [], outbox = [];
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(Accounts * Transfers / await BareAsync(devnet, connection, 1, cancellationToken));
                bareAtOnce.Add(Accounts * Transfers / await BareAsync(devnet, connection, Accounts, cancellationToken));
                outbox.Add(Accounts * Transfers / await OutboxAsync(devnet, connection, Path.Combine(folder, $"{round}.db"), cancellationToken));
            }

            Console.WriteLine($"bare loop, one account              {Summary.Of(bare)} transactions a second");
            Console.WriteLine($"bare loops, {Accounts} accounts at once     {Summary.Of(bareAtOnce)}");
            Console.WriteLine($"outbox, {Accounts} accounts                 {Summary.Of(outbox)}, {Summary.Median(outbox) / Summary.Median(bareAtOnce):F2} x the bare loops");
        }
        finally
        {
            await devnet.DownAsync(new ErrorStreamProgress(), CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<UnlockedAccount[]> AccountsAsync(LocalDevnet devnet, CancellationToken cancellationToken)
    {
        var accounts = Enumerable.Range(0, Accounts).Select(_ => new UnlockedAccount("bench", EthECKey.GenerateKey())).ToArray();
        foreach (var account in accounts)
        {
            await devnet.FundAsync(account.Address, 0, BigInteger.Pow(10, 18), cancellationToken);
        }

        return accounts;
    }

    /// <summary>What the same transfers cost without any of the care.</summary>
    private static async Task<double> BareAsync(LocalDevnet devnet, ChainConnection connection, int atOnce, CancellationToken cancellationToken)
    {
        var accounts = await AccountsAsync(devnet, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (account, token) =>
        {
            var signer = new AccountOfflineTransactionSigner();
            var own = new Account(account.Key, connection.Deployment.ChainId);
            for (var nonce = 0; nonce < Transfers; nonce++)
            {
                var input = new TransactionInput
                {
                    From = account.Address,
                    To = account.Address,
                    Value = new HexBigInteger(1),
                    Gas = new HexBigInteger(21_000),
                    Nonce = new HexBigInteger(nonce),
                    Type = new HexBigInteger(2),
                    MaxFeePerGas = new HexBigInteger(Fee),
                    MaxPriorityFeePerGas = new HexBigInteger(1_000_000_000),
                };
                var raw = signer.SignTransaction(own, input, connection.Deployment.ChainId).EnsureHexPrefix();
                var hash = await connection.Web3.Eth.Transactions.SendRawTransaction.SendRequestAsync(raw).WaitAsync(token);
                while (await connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash).WaitAsync(token) is null)
                {
                    await Task.Delay(1, token);
                }
            }
        });
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> OutboxAsync(LocalDevnet devnet, ChainConnection connection, string file, CancellationToken cancellationToken)
    {
        var accounts = await AccountsAsync(devnet, cancellationToken);
        using var outbox = await Outbox.OpenAsync(file, connection, TimeProvider.System, new OutboxOptions { Finality = Finality.Latest }, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var keys = new List<string>();
        foreach (var account in accounts)
        {
            outbox.Load(account);
            for (var number = 0; number < Transfers; number++)
            {
                keys.Add(outbox.Enqueue(new TransactionIntent($"{account.Address}/{number}", TransactionCall.Transfer(account.Address, account.Address, 1))).Key);
            }
        }

        var pump = outbox.RunAsync(stop.Token);
        foreach (var key in keys)
        {
            await await Task.WhenAny(pump, outbox.WaitAsync(key, OutboxState.Final, cancellationToken));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return seconds;
    }
}
