using System.Diagnostics;
using Nethereum.Signer;
using Sending.Chain.Amounts;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;
using Sending.Chain.Work;
using Sending.Crypto;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>What an Edge and a Guardian have to compute when an epoch ends: the tree of the work, the check of its receipts, the settlement.</summary>
internal static class EpochEnd
{
    private const int TreeReceipts = 100_000;
    private const int Edges = 20;
    private const int ReceiptsOfEdge = 10_000;
    private const int Guardians = 3;
    private const int Rounds = 3;

    public static async Task MeasureAsync(NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        await toolchain.CompileContractsAsync(new ErrorStreamProgress(), cancellationToken);
        using var peers = new NodePeers(toolchain);
        var leaves = Enumerable.Range(1, TreeReceipts).Select(number => new MerkleSumLeaf(Address(number), Address(number), 1_000, new byte[32])).ToArray();
        await CompareAsync(
            $"tree of {TreeReceipts:N0} receipts",
            [Contestant.Here("here", () => MerkleSumTree.Build(leaves)), peers.Contestant("@openzeppelin/merkle-tree, which has no sums", "work-tree")],
            cancellationToken);
        var input = Input();
        await CompareAsync(
            $"settlement of {Edges} Edges x {ReceiptsOfEdge:N0} receipts",
            [Contestant.Here("here", () => SettlementComputation.Compute(input)), peers.Contestant("the tests' own computation on Node", "settle")],
            cancellationToken);
        await CheckAsync(cancellationToken);
    }

    /// <summary>The same that peers.mjs draws up: in no order.</summary>
    private static string Address(int number) => $"0x{unchecked((ulong)number * 0x9e3779b97f4a7c15):x40}";

    /// <summary>The first settlement; everybody pays every Edge. peers.mjs has the same.</summary>
    private static SettlementInput Input()
    {
        var edges = Enumerable.Range(1, Edges).Select(number => Address(-number)).ToArray();
        var payers = Enumerable.Range(1, ReceiptsOfEdge).Select(Address).ToArray();
        var keys = edges.SelectMany(edge => payers.Select(payer => new CreditLineKey(payer, edge))).ToArray();
        byte[] scores = [.. Enumerable.Repeat((byte)100, Edges)], held = [.. Enumerable.Repeat(byte.MaxValue, (Edges + 7) / 8)];
        var guardians = Enumerable.Range(1, Guardians).Select(number => new GuardianInput(Address(1_000_000 + number), 150_000 * SendAmount.One, scores, held));
        var work = edges.Select((edge, index) => new EdgeInput(edge, index, new WorkInput("", 0, false, [.. payers.Select(payer => new LeafInput(payer, payer, 1_000))])));
        var lines = keys.Select(key => new LineInput(key.Payer, key.Edge, 100 * SendAmount.One, 0, 0));
        var rates = new EpochRates(SendAmount.One / 1_000, 2_000, 9_000, 100, 7_000, 3_000, 1_000);
        var epoch = new EpochInput(1, rates, [.. guardians], [.. work], [.. lines], new Dictionary<string, System.Numerics.BigInteger>());
        return new SettlementInput(1, new byte[32], 100_000_000 * SendAmount.One, CumulativeFigures.None, [epoch], keys);
    }

    /// <summary>Processor time of each, in turns, and the heap of what runs here.</summary>
    private static async Task CompareAsync(string title, IReadOnlyList<Contestant> contestants, CancellationToken cancellationToken)
    {
        var times = contestants.Select(_ => new List<double>()).ToList();
        var largest = await Heap.LargestAsync(() => contestants[0].RunAsync(1, cancellationToken));
        for (var round = 0; round <= Rounds; round++)
        {
            for (var place = 0; place < contestants.Count; place++)
            {
                var time = await contestants[place].RunAsync(1, cancellationToken);
                if (round > 0)
                {
                    times[place].Add(time.TotalMilliseconds);
                }
            }
        }

        Console.WriteLine($"{title}; heap with what it is made of at most {largest >> 20} MiB");
        for (var place = 0; place < contestants.Count; place++)
        {
            Console.WriteLine($"  {contestants[place].Name,-46} {Summary.Of(times[place])} ms of processor time, {Summary.Median(times[place]) / Summary.Median(times[0]):F1} x the first");
        }
    }

    /// <summary>Receipts of as many signers checked by the clock on all cores, next to recovering their signers alone.</summary>
    private static async Task CheckAsync(CancellationToken cancellationToken)
    {
        var domain = TypedDataDomain.OfWork(31_337, Address(1));
        var leaves = Enumerable.Range(0, ReceiptsOfEdge).Select(_ =>
        {
            var key = EthECKey.GenerateKey();
            return new SignedLeaf(key.GetPublicAddress(), key.GetPublicAddress(), 1_000, ReceiptOf(key.GetPublicAddress()).Sign(domain, key));
        });
        var set = LeafSet.Build(1, Address(2), leaves);
        var digests = set.Leaves.SelectMany(leaf => ReceiptOf(leaf.Client).Digest(domain)).ToArray();
        var signatures = set.Leaves.SelectMany(leaf => leaf.Signature).ToArray();
        List<double> check = [], recover = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var report = await LeafSetCheck.RunAsync(set, domain, (client, signer) => client == signer, cancellationToken);
            var checkedAt = Stopwatch.GetTimestamp();
            await SignatureBatch.RecoverAsync(digests, signatures, cancellationToken);
            if (round > 0)
            {
                check.Add(ReceiptsOfEdge / Stopwatch.GetElapsedTime(started, checkedAt).TotalSeconds);
                recover.Add(ReceiptsOfEdge / Stopwatch.GetElapsedTime(checkedAt).TotalSeconds);
            }

            if (!report.IsSound)
            {
                throw new InvalidOperationException(report.Faults[0].Reason);
            }
        }

        Console.WriteLine($"receipts checked on {Environment.ProcessorCount} cores, {Secp256k1.Engine}: {Summary.Of(check)} a second by the clock, "
            + $"{Summary.Median(check) / Summary.Median(recover):F2} x recovering their signers alone ({Summary.Of(recover)})");

        static RelayReceipt ReceiptOf(string client) => new(Address(2), client, 1, 1_000);
    }
}
