using System.Text.Json;
using Nethereum.Signer;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class DidChangesTests
{
    private static readonly JsonElement Vector = Vectors.Read("did-changes");
    private static readonly TypedDataDomain Domain = Vector.Domain();

    [Fact]
    public void Domain_is_that_of_identities()
    {
        Assert.Equal(Domain, TypedDataDomain.OfDid(Domain.ChainId, Domain.VerifyingContract));
        Assert.Equal(Vector.Text("separator"), Domain.Separator().Hex());
    }

    [Fact]
    public void Digests_and_signatures_are_those_of_other_libraries()
    {
        foreach (var item in Vector.Items("signed"))
        {
            var changes = Read(item);
            Assert.Equal(item.Text("structHash"), changes.StructHash().Hex());
            Assert.Equal(item.Text("digest"), changes.Digest(Domain).Hex());
            Assert.Equal(item.Text("signature"), changes.Sign(Domain, new EthECKey(item.Text("privateKey"))).Hex());
            Assert.Equal(item.Text("owner"), AccountSignature.Recover(changes.Digest(Domain), item.Bytes("signature")));
        }
    }

    [Fact]
    public void Every_kind_of_change_is_in_the_vectors()
    {
        var kinds = Vector.Items("signed").SelectMany(item => Read(item).Changes).Select(change => change.Kind);
        Assert.Equal(Enum.GetValues<DidChangeKind>(), kinds.Distinct().Order());
    }

    [Fact]
    public void Every_field_and_the_domain_are_in_the_digest()
    {
        var signature = Vector.Items("signed")[0].Bytes("signature");
        var owner = Vector.Items("signed")[0].Text("owner");
        foreach (var item in Vector.Items("altered"))
        {
            Assert.Equal(item.Text("digest"), Read(item).Digest(item.Domain()).Hex());
            Assert.NotEqual(owner, AccountSignature.Recover(Read(item).Digest(item.Domain()), signature));
        }
    }

    private static DidChanges Read(JsonElement item) => new(
        item.Text("identity"),
        item.Text("owner"),
        [.. item.GetProperty("changes").EnumerateArray().Select(ReadChange)],
        item.Number("nonce"),
        item.Number("deadline"));

    private static DidChange ReadChange(JsonElement item) => new(
        Enum.Parse<DidChangeKind>(item.Text("kind"), ignoreCase: true), item.Bytes("name"), item.Text("account"), item.Bytes("value"), item.Number("validity"));
}
