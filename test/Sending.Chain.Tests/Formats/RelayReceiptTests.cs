using System.Text.Json;
using CsCheck;
using Nethereum.Signer;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class RelayReceiptTests
{
    private static readonly JsonElement Vector = Vectors.Read("receipts");
    private static readonly TypedDataDomain Domain = Vector.Domain();

    [Fact]
    public void Domain_is_that_of_work()
    {
        Assert.Equal(Domain, TypedDataDomain.OfWork(Domain.ChainId, Domain.VerifyingContract));
        Assert.Equal(Vector.Text("separator"), Domain.Separator().Hex());
    }

    [Fact]
    public void Digests_and_signatures_are_those_of_other_libraries()
    {
        foreach (var item in Vector.Items("receipts"))
        {
            var receipt = Read(item);
            Assert.Equal(item.Text("structHash"), receipt.StructHash().Hex());
            Assert.Equal(item.Text("digest"), receipt.Digest(Domain).Hex());
            Assert.Equal(item.Text("signature"), receipt.Sign(Domain, new EthECKey(item.Text("privateKey"))).Hex());
            Assert.Equal(item.Text("signer"), receipt.RecoverSigner(Domain, item.Bytes("signature")));
        }
    }

    [Fact]
    public void Every_field_and_the_domain_are_in_the_digest()
    {
        var signed = Vector.Items("receipts")[0];
        foreach (var item in Vector.Items("altered"))
        {
            Assert.Equal(item.Text("digest"), Read(item).Digest(item.Domain()).Hex());
            Assert.NotEqual(signed.Text("signer"), Read(item).RecoverSigner(item.Domain(), signed.Bytes("signature")));
        }
    }

    [Fact]
    public void The_greatest_low_s_is_accepted()
    {
        foreach (var item in Vector.Items("acceptedSignatures"))
        {
            Assert.Equal(item.Text("signer"), AccountSignature.Recover(item.Bytes("digest"), item.Bytes("signature")));
        }
    }

    public static TheoryData<string> RefusedSignatures() => [.. Vector.Items("refusedSignatures").Select(item => item.Text("why"))];

    [Theory]
    [MemberData(nameof(RefusedSignatures))]
    public void Refuses_signatures_of_another_form(string why)
    {
        var item = Vector.Items("refusedSignatures").Single(candidate => candidate.Text("why") == why);
        Assert.Null(AccountSignature.Recover(item.Bytes("digest"), item.Bytes("signature")));
    }

    [Fact]
    public void Whoever_signs_is_recovered_and_any_changed_byte_names_nobody_or_another() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Int[0, AccountSignature.Length - 1], Gen.Byte[1, 255]).Sample(
            (digest, at, change) =>
            {
                var key = EthECKey.GenerateKey();
                var signature = AccountSignature.Sign(digest, key);
                Assert.Equal(key.GetPublicAddress(), AccountSignature.Recover(digest, signature));
                signature[at] ^= change;
                Assert.NotEqual(key.GetPublicAddress(), AccountSignature.Recover(digest, signature));
            },
            iter: 40);

    [Fact]
    public void Refuses_what_is_no_address_and_no_digest()
    {
        Assert.Throws<ArgumentException>(() => new RelayReceipt("0x1234", Domain.VerifyingContract, 1, 1).StructHash());
        Assert.Throws<ArgumentException>(() => new RelayReceipt(Domain.VerifyingContract, Domain.VerifyingContract[2..], 1, 1).StructHash());
        Assert.Throws<ArgumentException>(() => AccountSignature.Recover(new byte[31], new byte[AccountSignature.Length]));
        Assert.Throws<ArgumentException>(() => Domain.Digest(new byte[33]));
    }

    private static RelayReceipt Read(JsonElement item) => new(item.Text("edge"), item.Text("client"), item.Units("epoch"), item.Units("units"));
}
