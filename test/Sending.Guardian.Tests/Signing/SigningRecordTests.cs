using Nethereum.Signer;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Guardian.Signing;

namespace Sending.Guardian.Tests.Signing;

public sealed class SigningRecordTests : IDisposable
{
    private const string Pool = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

    private static readonly ChainIdentity Chain = new(31337, "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512", "0x" + new string('a', 64));
    private static readonly EthECKey Key = EthECKey.GenerateKey();

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("signed.db");

    [Fact]
    public void Signs_the_same_settlement_again_and_no_other_of_its_epoch()
    {
        using (var record = Open())
        {
            var signature = record.Sign(Settlement(7, 1), Key);
            Assert.Equal(Key.GetPublicAddress(), Settlement(7, 1).RecoverSigner(TypedDataDomain.OfRewards(Chain.ChainId, Pool), signature), ignoreCase: true);
        }

        // A new process knows it too.
        using var again = Open();
        again.Sign(Settlement(7, 1), Key);
        var refused = Assert.Throws<SendingException>(() => again.Sign(Settlement(7, 2), Key));
        Assert.Equal(ErrorCode.SigningRefused, refused.Code);
        again.Sign(Settlement(8, 2), Key);
        Assert.Equal([7, 8], again.List().Select(entry => entry.Epoch));
    }

    [Fact]
    public void Belongs_to_one_process_at_a_time()
    {
        using var record = Open();
        var refused = Assert.Throws<SendingException>(Open);
        Assert.Equal(ErrorCode.StateUnusable, refused.Code);
        Assert.Contains("Another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_another_chain_it_is_refused()
    {
        Open().Dispose();
        var refused = Assert.Throws<SendingException>(() => SigningRecord.Open(File, Chain with { DeployBlockHash = "0x" + new string('b', 64) }, Pool));
        Assert.Equal(ErrorCode.StateOfAnotherChain, refused.Code);

        // And the record is free again.
        Open().Dispose();
    }

    [Fact]
    public void Moves_to_another_machine_as_JSON()
    {
        string document;
        using (var record = Open())
        {
            record.Sign(Settlement(3, 1), Key);
            record.Sign(Settlement(4, 1), Key);
            document = SigningRecordDocument.Export(record);
        }

        using var other = SigningRecord.Open(_folder.File("other", "signed.db"), Chain, Pool);
        other.Sign(Settlement(4, 1), Key);
        Assert.Equal(1, Import(other, document));
        Assert.Equal(0, Import(other, document));
        Assert.Equal(ErrorCode.SigningRefused, Assert.Throws<SendingException>(() => other.Sign(Settlement(3, 2), Key)).Code);
    }

    [Fact]
    public void What_contradicts_it_is_not_imported_not_even_in_part()
    {
        string document;
        using (var record = Open())
        {
            record.Sign(Settlement(3, 1), Key);
            record.Sign(Settlement(4, 1), Key);
            document = SigningRecordDocument.Export(record);
        }

        using var other = SigningRecord.Open(_folder.File("other", "signed.db"), Chain, Pool);
        other.Sign(Settlement(4, 2), Key);
        Assert.Equal(ErrorCode.SigningRefused, Assert.Throws<SendingException>(() => Import(other, document)).Code);
        Assert.Equal([4], other.List().Select(entry => entry.Epoch));
    }

    [Theory]
    [InlineData("", ErrorCode.InvalidInput)]
    [InlineData("[]", ErrorCode.InvalidInput)]
    [InlineData("""{"format":"other","version":1}""", ErrorCode.InvalidInput)]
    [InlineData("""{"format":"sending-signing-record","version":2}""", ErrorCode.InvalidInput)]
    [InlineData("""{"format":"sending-signing-record","version":1,"chainId":31337,"deployBlockHash":"0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","rewardPool":"0x5FbDB2315678afecb367f032d93F642f64180aa3","signed":[]}""", ErrorCode.StateOfAnotherChain)]
    [InlineData("""{"format":"sending-signing-record","version":1,"chainId":31337,"deployBlockHash":"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","rewardPool":"0x5FbDB2315678afecb367f032d93F642f64180aa3","signed":[{"epoch":-1,"digest":"0x00"}]}""", ErrorCode.InvalidInput)]
    public void A_malformed_document_is_refused(string document, ErrorCode code)
    {
        using var record = Open();
        Assert.Equal(code, Assert.Throws<SendingException>(() => Import(record, document)).Code);
    }

    public void Dispose() => _folder.Dispose();

    private static int Import(SigningRecord record, string document) => record.Record(SigningRecordDocument.Parse(document, Chain, Pool));

    private SigningRecord Open() => SigningRecord.Open(File, Chain, Pool);

    private static SettlementMessage Settlement(long epoch, int earned) => new(epoch, new byte[32], new byte[32], earned, new byte[32], 0);
}
