using System.Text;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Testing;
using Sending.Testing.Http;

namespace Sending.Chain.Tests.Settlements;

public sealed class SettlementDocumentTests : IDisposable
{
    private static readonly Seeded Random = new();

    private static readonly SettlementDocument Document = Enumerable.Range(0, 100)
        .SelectMany(_ => new RandomWorld(Random).Live(8).Settled)
        .Select(settled => SettlementDocument.Of(settled.Result, RandomWorld.Domain))
        .First(document => document.Figures.Earnings.Count > 2 && document.Figures.Charges.Count > 2);

    private static readonly SettlementProofs Proofs = new(Document.Figures);
    private static readonly NodeEarning Earning = new(Document.Figures.Earnings[0].Node, Document.Figures.Charges[0].Payer, Document.Figures.Charges[0].Edge);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly TemporaryFolder _folder = new();

    private sealed record NodeEarning(string Node, string Payer, string Edge);

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_document_is_kept_and_read_as_it_was()
    {
        var store = SettlementStore.Open(_folder.File("settlements.db"), new ChainIdentity(31337, "0x" + new string('1', 40), "0x" + new string('2', 64)));
        Assert.Null(store.LastEpoch);
        store.Save(Document);
        store.Save(Document);
        var epoch = (long)Document.Settlement.Epoch;

        Assert.Equal(epoch, store.LastEpoch);
        Assert.Equal(Text(Document.ToJson()), Text(store.Find(Document.Digest)!.ToJson()));
        Assert.Equal(Text(Document.ToJson()), Text(store.Find(epoch)!.ToJson()));
        Assert.True(store.Find(epoch)!.Matches(OnChain()));
        store.Forget(epoch + 1);
        Assert.Null(store.Find(Document.Digest));
    }

    [Fact]
    public void A_document_of_something_else_does_not_match()
    {
        Assert.True(Document.Matches(OnChain()));
        var (figures, zeros) = (Document.Figures, "0x" + new string('0', 64));
        IndexedSettlement[] others =
        [
            OnChain() with { EarningsRoot = zeros }, OnChain() with { ChargesRoot = zeros }, OnChain() with { Digest = zeros }, OnChain() with { Epoch = 99 },
            OnChain() with { Earned = OnChain().Earned + 1 }, OnChain() with { FirstEpoch = 77 },
        ];
        Assert.All(others, other => Assert.False(Document.Matches(other)));
        SettlementDocument[] lies =
        [
            Document with { Figures = figures with { Earnings = [figures.Earnings[0] with { Cumulative = figures.Earnings[0].Cumulative + 1 }, .. figures.Earnings.Skip(1)] } },
            Document with { Figures = figures with { Charges = [.. figures.Charges.Skip(1)] } },
            Document with { Figures = figures with { Charges = [figures.Charges[0], .. figures.Charges] } },
            Document with { Settlement = Document.Settlement with { TotalCharged = Document.Settlement.TotalCharged + 1 } },
        ];
        Assert.All(lies, lie => Assert.False(lie.Matches(OnChain())));
    }

    [Fact]
    public async Task What_a_guardian_gives_counts_only_when_it_leads_to_the_root_on_chain()
    {
        await using var liar = Serving(document => document with { Figures = document.Figures with { Earnings = [.. document.Figures.Earnings.Select(entry => entry with { Cumulative = entry.Cumulative + 1 })] } });
        await using var honest = Serving(document => document);
        var client = new SettlementClient(_http, TimeProvider.System);
        Uri[] guardians = [new("http://127.0.0.1:1/"), liar.Url, honest.Url];

        var document = await client.FindAsync(OnChain(), guardians, default);
        Assert.Equal((honest.Url, 2), (document.Source, document.Failures.Count));
        Assert.Equal("gives something else than the chain has the root of", document.Failures[1].Reason);

        var earnings = await client.FindEarningsAsync(OnChain(), Earning.Node.ToLowerInvariant(), guardians, default);
        Assert.Equal((honest.Url, Document.Figures.Earnings[0].Cumulative), (earnings.Source, earnings.Found!.Cumulative));

        // A line's charge is right at both.
        var charge = await client.FindChargeAsync(OnChain(), Earning.Payer, Earning.Edge, guardians, default);
        Assert.Equal((liar.Url, Document.Figures.Charges[0].Cumulative), (charge.Source, charge.Found!.Cumulative));

        // Somebody else's proof is none.
        await using var other = new DocumentHost((_, _) => Task.FromResult<byte[]?>(Proofs.FindEarnings(Document.Figures.Earnings[1].Node)!.ToJson()));
        Assert.Null((await client.FindEarningsAsync(OnChain(), Earning.Node, [other.Url], default)).Found);
        Assert.Null((await client.FindEarningsAsync(OnChain(), "0x" + new string('9', 40), guardians, default)).Found);
    }

    [Fact]
    public void Documents() => Fuzz.Text(
        [Text(Document.ToJson())],
        text => SettlementDocument.Parse(Encoding.UTF8.GetBytes(text)).Matches(OnChain()),
        error => error is FormatException,
        inputs: Fuzz.UsualInputs / 20);

    [Fact]
    public void Proofs_and_signatures()
    {
        Fuzz.Text([Text(Proofs.FindEarnings(Earning.Node)!.ToJson())], text => EarningsProof.Parse(Encoding.UTF8.GetBytes(text)), error => error is FormatException, inputs: Fuzz.UsualInputs / 10);
        Fuzz.Text([Text(Proofs.FindCharge(Earning.Payer, Earning.Edge)!.ToJson())], text => ChargeProof.Parse(Encoding.UTF8.GetBytes(text)), error => error is FormatException, inputs: Fuzz.UsualInputs / 10);
        var signatures = new SettlementSignatures(Document.Settlement, Document.Digest, [new GuardianSignature(Earning.Node, new byte[65])]);
        Fuzz.Text([Text(signatures.ToJson())], text => SettlementSignatures.Parse(Encoding.UTF8.GetBytes(text)), error => error is FormatException, inputs: Fuzz.UsualInputs / 10);
    }

    private static IndexedSettlement OnChain() => new(
        (long)Document.Settlement.Epoch,
        Document.Digest,
        Word.Hash(Document.Settlement.Previous),
        Document.FirstEpoch,
        Word.Hash(Document.Settlement.EarningsRoot),
        Document.Settlement.TotalEarned,
        Word.Hash(Document.Settlement.ChargesRoot),
        Document.Settlement.TotalCharged,
        0,
        0,
        0,
        default,
        default,
        SettlementStage.Final,
        null);

    private static DocumentHost Serving(Func<SettlementDocument, SettlementDocument> change)
    {
        var served = change(Document);
        var proofs = new SettlementProofs(served.Figures);
        return new DocumentHost((request, _) => Task.FromResult(request.Path.Value!.Split('/')[3..] switch
        {
            [_] => served.ToJson(),
            [_, "earnings", var node] => proofs.FindEarnings(node)?.ToJson(),
            [_, "charges", var payer, var edge] => proofs.FindCharge(payer, edge)?.ToJson(),
            _ => null,
        }));
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
