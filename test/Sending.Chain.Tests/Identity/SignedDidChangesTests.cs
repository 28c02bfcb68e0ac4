using System.Text.Json.Nodes;
using Nethereum.Signer;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

public class SignedDidChangesTests
{
    private static readonly EthECKey Key = new("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
    private static readonly TypedDataDomain Domain = TypedDataDomain.OfDid(31337, "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0");
    private static readonly SignedDidChanges Signed = Sign();

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        var read = SignedDidChanges.Parse(Signed.ToJson(), "file");

        Assert.Equal(Signed.ToJson(), read.ToJson());
        Assert.Equal(Signed.Changes.StructHash(), read.Changes.StructHash());
        Assert.Equal(Signed.Domain, read.Domain);
    }

    [Theory]
    [InlineData("chainId", "1")]
    [InlineData("registry", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8")]
    [InlineData("identity", "did:sdn:9fe46736679d2d9a65f0992f2272de9f3c7fa6e0")]
    [InlineData("owner", "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0")]
    [InlineData("nonce", "8")]
    [InlineData("deadline", "1795736256")]
    public void What_was_not_signed_is_refused(string member, string value)
    {
        var file = JsonNode.Parse(Signed.ToJson())!.AsObject();
        file[member] = value;
        Refused(file);
    }

    [Fact]
    public void Changes_that_were_not_signed_are_refused()
    {
        var file = JsonNode.Parse(Signed.ToJson())!.AsObject();
        file["changes"]!.AsArray().RemoveAt(1);
        Refused(file);
        file["changes"] = new JsonArray();
        Refused(file);
    }

    [Fact]
    public void Any_text_is_read_or_refused() => Fuzz.Text(
        [Signed.ToJson()], json => SignedDidChanges.Parse(json, "file"), error => error is SendingException { Code: ErrorCode.InvalidInput }, inputs: Fuzz.UsualInputs / 10);

    private static void Refused(JsonObject file)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => SignedDidChanges.Parse(file.ToJsonString(), "file")).Code);

    private static SignedDidChanges Sign()
    {
        var owner = Key.GetPublicAddress();
        DidChange[] changes =
        [
            IdentityChanges.Add(new DidKey(DidKeyType.X25519, DidKeyPurpose.Agreement, new byte[32]), TimeSpan.FromDays(1)),
            IdentityChanges.AddDelegate(DidDelegateType.Relay, Domain.VerifyingContract, TimeSpan.FromHours(1)),
            IdentityChanges.Remove(DidService.Parse("Mail", "mailto:a@example.org")),
            IdentityChanges.ChangeOwner(Domain.VerifyingContract),
        ];
        var all = new DidChanges(owner, new Did(owner).Address, changes, 7, 1_795_736_255);
        return new SignedDidChanges(all, Domain, all.Sign(Domain, Key));
    }
}
