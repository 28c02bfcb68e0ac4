using System.Numerics;
using System.Text.Json.Nodes;
using Sending.Chain.Events.Storage;
using Sending.Chain.Settlements;
using Sending.Testing;
using Sending.Testing.Settlements;

namespace Sending.Chain.Tests.Settlements;

public class SettlementComputationTests
{
    private const int Worlds = 60;
    private const int Epochs = 12;

    private readonly Seeded _random = new();

    /// <summary>Some 480 settlements, each of up to five epochs.</summary>
    [Fact]
    public async Task Every_figure_and_both_roots_are_those_of_another_program()
    {
        RandomWorld[] worlds = [.. Enumerable.Range(0, Worlds).Select(_ => new RandomWorld(_random).Live(Epochs))];
        var input = new
        {
            domain = new { name = RandomWorld.Domain.Name, version = RandomWorld.Domain.Version, chainId = (long)RandomWorld.Domain.ChainId, verifyingContract = RandomWorld.Domain.VerifyingContract },
            worlds = worlds.Select(world => new JsonArray([.. world.Settled.Select(settled => ToJson(settled.Input, settled.Final))])),
        };
        var expected = await NodeTools.RunAsync<string[][]>("settle-inputs.mjs", input);

        for (var i = 0; i < Worlds; i++)
        {
            _random.AssertSame(worlds[i].Settled, expected[i], settled => SettlementText.Of(settled.Result, RandomWorld.Domain));
        }

        // Worlds in which nothing happens would prove little.
        var results = worlds.SelectMany(world => world.Settled).Select(settled => settled.Result).ToList();
        Assert.True(results.Count(result => !result.Message.TotalCharged.IsZero) > results.Count / 3, $"Seed {_random.Seed}: little is charged.");
        Assert.Contains(results, result => result.Epochs.Count == 5);
        Assert.Contains(results.SelectMany(result => result.Epochs).SelectMany(epoch => epoch.Edges), edge => edge is { Rejected: false, Root: not null, Stands: false });
        Assert.Contains(results.SelectMany(result => result.Epochs).SelectMany(epoch => epoch.Edges), edge => !edge.Subsidy.IsZero);
    }

    [Fact]
    public void Nobody_earns_more_than_the_pool_allows_and_nothing_shrinks_or_is_overdrawn()
    {
        for (var i = 0; i < Worlds; i++)
        {
            var prior = CumulativeFigures.None;
            foreach (var (input, result, final) in new RandomWorld(_random).Live(Epochs).Settled)
            {
                Check(input, result, prior);
                prior = final ? result.Figures : prior;
            }
        }
    }

    [Fact]
    public void Leaves_that_are_needed_and_missing_are_told()
    {
        var settled = Enumerable.Range(0, 100).SelectMany(_ => new RandomWorld(_random).Live(Epochs).Settled).First(each => SettlementReader.Required(each.Input).Count > 0);
        var standing = SettlementComputation.Standing(settled.Input.Epochs.First(epoch => SettlementComputation.Standing(epoch).Count > 0))[0];
        var without = settled.Input with
        {
            Epochs = [.. settled.Input.Epochs.Select(epoch => epoch with { Edges = [.. epoch.Edges.Select(edge => edge == standing ? edge with { Work = edge.Work! with { Leaves = null } } : edge)] })],
        };

        Assert.Contains(standing.Edge, Assert.Throws<ArgumentException>(() => SettlementComputation.Compute(without)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SettlementComputation.Compute(settled.Input with { Epoch = settled.Input.Epoch + 1 }));
        Assert.Throws<ArgumentException>(() => SettlementComputation.Compute(settled.Input with { Epochs = [] }));
    }

    private void Check(SettlementInput input, SettlementResult result, CumulativeFigures prior)
    {
        var message = result.Message;
        var cut = input.Epochs.Min(epoch => epoch.Rates.Cut);
        var budgets = Sum(input.Epochs.Select(epoch => Budget(epoch.Rates, input.Fund)));
        True(message.TotalEarned <= (message.TotalCharged * (10_000 - cut) / 10_000) + budgets, "more is earned than the pool allows");
        True(message.TotalCharged <= Sum(input.Epochs.SelectMany(epoch => SettlementComputation.Standing(epoch).Select(edge => edge.Work!.Units * epoch.Rates.FeePerUnit))), "more is charged than was worked");
        foreach (var epoch in result.Epochs)
        {
            True(Sum(epoch.Edges.Select(edge => edge.Subsidy)) <= epoch.EdgeBudget, "subsidies are above their budget");
            True(Sum(epoch.Guardians.Select(guardian => guardian.Pay)) <= epoch.GuardianBudget, "guardians are paid above their budget");
            var rates = input.Epochs.Single(each => each.Epoch == epoch.Epoch).Rates;
            True(
                epoch.Edges.All(edge => edge.Fees + edge.Subsidy <= edge.Charged - (edge.Charged * rates.Cut / 20_000)),
                "an Edge gets back what pays for relaying to itself");
        }

        True(Sum(result.Figures.Earnings.Select(entry => entry.Cumulative)) - Sum(prior.Earnings.Select(entry => entry.Cumulative)) == message.TotalEarned, "earnings do not add up");
        True(Sum(result.Figures.Charges.Select(entry => entry.Cumulative)) - Sum(prior.Charges.Select(entry => entry.Cumulative)) == message.TotalCharged, "charges do not add up");
        var earned = result.Figures.Earnings.ToDictionary(entry => entry.Node, entry => entry.Cumulative);
        True(prior.Earnings.All(entry => earned[entry.Node] >= entry.Cumulative), "earnings shrink");
        var charged = result.Figures.Charges.ToDictionary(line => (line.Payer, line.Edge), line => line.Cumulative);
        True(prior.Charges.All(line => charged[(line.Payer, line.Edge)] >= line.Cumulative), "charges shrink");
        True(input.Lines.All(line => charged.ContainsKey((line.Payer, line.Edge))) && charged.Count == input.Lines.Count, "not every line has its leaf");
        True(input.Epochs[^1].Lines.All(line => charged[(line.Payer, line.Edge)] + line.PaidOut <= line.Deposited), "a line is overdrawn");

        void True(bool holds, string what) => Assert.True(holds, $"Seed {_random.Seed}, epoch {input.Epoch}: {what}.");
    }

    private static BigInteger Budget(EpochRates rates, BigInteger fund)
    {
        var emission = fund * rates.EmissionRate / 1_000_000;
        return (emission * rates.EdgePart / 10_000) + (emission * rates.GuardianPart / 10_000);
    }

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, BigInteger.Add);

    private static JsonObject ToJson(SettlementInput input, bool final) => new()
    {
        ["epoch"] = input.Epoch,
        ["fund"] = $"{input.Fund}",
        ["final"] = final,
        ["lines"] = new JsonArray([.. input.Lines.Select(line => new JsonObject { ["payer"] = line.Payer, ["edge"] = line.Edge })]),
        ["epochs"] = new JsonArray([.. input.Epochs.Select(ToJson)]),
    };

    private static JsonObject ToJson(EpochInput epoch) => new()
    {
        ["epoch"] = epoch.Epoch,
        ["rates"] = new JsonObject
        {
            ["feePerUnit"] = $"{epoch.Rates.FeePerUnit}",
            ["cut"] = $"{epoch.Rates.Cut}",
            ["subsidyCap"] = $"{epoch.Rates.SubsidyCap}",
            ["emissionRate"] = $"{epoch.Rates.EmissionRate}",
            ["edgePart"] = $"{epoch.Rates.EdgePart}",
            ["guardianPart"] = $"{epoch.Rates.GuardianPart}",
            ["guardianYieldCap"] = $"{epoch.Rates.GuardianYieldCap}",
        },
        ["guardians"] = new JsonArray(
        [
            .. epoch.Guardians.Select(guardian => new JsonObject
            {
                ["owner"] = guardian.Guardian,
                ["stake"] = $"{guardian.Stake}",
                ["scores"] = guardian.Scores is null ? null : Word.Hash(guardian.Scores),
                ["held"] = guardian.Held is null ? null : Word.Hash(guardian.Held),
            }),
        ]),
        ["edges"] = new JsonArray(
        [
            .. epoch.Edges.Select(edge => new JsonObject
            {
                ["owner"] = edge.Edge,
                ["index"] = edge.Index,
                ["commitment"] = edge.Work is null ? null : new JsonObject
                {
                    ["rejected"] = edge.Work.Rejected,
                    ["leaves"] = new JsonArray([.. edge.Work.Leaves!.Select(leaf => new JsonObject { ["client"] = leaf.Payer, ["signer"] = leaf.Signer, ["units"] = $"{leaf.Units}" })]),
                },
            }),
        ]),
        ["lines"] = new JsonArray(
        [
            .. epoch.Lines.Select(line => new JsonObject
            {
                ["payer"] = line.Payer,
                ["edge"] = line.Edge,
                ["deposited"] = $"{line.Deposited}",
                ["paidOut"] = $"{line.PaidOut}",
                ["requested"] = $"{line.Requested}",
            }),
        ]),
        ["limits"] = new JsonArray([.. epoch.SignerLimits.Select(limit => new JsonObject { ["payer"] = limit.Key, ["units"] = $"{limit.Value}" })]),
    };
}
