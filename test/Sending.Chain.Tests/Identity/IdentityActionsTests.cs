using Nethereum.ABI.FunctionEncoding.Attributes;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

[Collection(DevnetCollection.Name)]
public class IdentityActionsTests(DevnetFixture devnet)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DidKey Key = new(DidKeyType.X25519, DidKeyPurpose.Agreement, [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly DidService Edge = DidService.Parse(DidService.SendingEdge, "https://edge.example.org");

    private IdentityReader Reader => new(devnet.Connection, devnet.Index);

    private IdentityActions Actions => new(devnet.Connection, Reader, devnet.Planner);

    [Fact]
    public async Task An_identity_lives_from_its_first_key_to_its_end()
    {
        var owner = await devnet.CreateAccountAsync(0);
        var helper = await devnet.CreateAccountAsync(0);
        await ChangeAsync(owner, owner.Address, IdentityChanges.Add(Key, Day), IdentityChanges.Add(Edge, Day), IdentityChanges.AddDelegate(DidDelegateType.SigAuth, helper.Address, Day));
        var identity = await Reader.GetAsync(owner.Address, default);
        Assert.Equal(Key, Assert.Single(identity.Keys).Key);
        Assert.Equal(Edge, Assert.Single(identity.Services).Service);
        Assert.Equal((DidDelegateType.SigAuth, helper.Address), (Assert.Single(identity.Delegates).Type, identity.Delegates[0].Account));

        Assert.Equal("present", await RefusedAsync(owner, owner.Address, IdentityChanges.Add(Key, Day)));
        await ChangeAsync(owner, owner.Address, IdentityChanges.Add(Key, 2 * Day));
        Assert.Equal("present", await RefusedAsync(owner, owner.Address, IdentityChanges.AddDelegate(DidDelegateType.SigAuth, helper.Address, Day)));
        Assert.Equal("absent", await RefusedAsync(owner, owner.Address, IdentityChanges.RevokeDelegate(DidDelegateType.Relay, helper.Address)));
        Assert.Equal("owner", await RefusedAsync(helper, owner.Address, IdentityChanges.Revoke(Key)));

        await ChangeAsync(owner, owner.Address, IdentityChanges.Revoke(Key), IdentityChanges.RevokeDelegate(DidDelegateType.SigAuth, helper.Address), IdentityChanges.ChangeOwner(helper.Address));
        identity = await Reader.GetAsync(owner.Address, default);
        Assert.Equal(helper.Address, identity.Owner);
        Assert.Empty(identity.Keys);
        Assert.Empty(identity.Delegates);
        Assert.Equal("absent", await RefusedAsync(helper, owner.Address, IdentityChanges.Revoke(Key)));
        Assert.Equal("newOwner", await RefusedAsync(helper, owner.Address, IdentityChanges.ChangeOwner(helper.Address)));

        await ChangeAsync(helper, owner.Address, IdentityChanges.Deactivate());
        Assert.NotNull((await Reader.GetAsync(owner.Address, default)).DeactivatedAt);
        Assert.Empty((await Reader.GetAsync(owner.Address, default)).Attributes);
        Assert.Equal("deactivated", await RefusedAsync(helper, owner.Address, IdentityChanges.Add(Key, Day)));
    }

    [Fact]
    public async Task Changes_that_the_owner_signed_are_sent_by_anybody_once()
    {
        var owner = new UnlockedAccount("owner", Nethereum.Signer.EthECKey.GenerateKey());
        var sponsor = await devnet.CreateAccountAsync(0);
        DidChange[] changes = [IdentityChanges.Add(Key, Day), IdentityChanges.Add(Edge, Day)];
        var signed = await Actions.SignAsync(owner, owner.Address, changes, Day, default);
        var digest = await devnet.Connection.Identities.ChangesDigestQueryAsync(owner.Address, [.. changes.Select(Encode)], signed.Changes.Deadline);
        Assert.Equal(digest, signed.Changes.Digest(signed.Domain));

        var file = SignedDidChanges.Parse(signed.ToJson(), "file");
        await devnet.SendAsync(await Actions.SubmitAsync(sponsor.Address, file, default), sponsor);

        Assert.Equal(2, (await Reader.GetAsync(owner.Address, default)).Attributes.Count);
        Assert.Equal("nonce", (await Assert.ThrowsAsync<SendingException>(() => Actions.SubmitAsync(sponsor.Address, file, default))).Details["check"]);
    }

    [Fact]
    public async Task A_signature_ends_with_its_deadline_and_its_owner()
    {
        var owner = await devnet.CreateAccountAsync(0);
        var late = await Actions.SignAsync(owner, owner.Address, [IdentityChanges.Add(Key, Day)], TimeSpan.FromSeconds(30), default);
        await devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromMinutes(1)), default);
        Assert.Equal("deadline", await RefusedAsync(late));

        var signed = await Actions.SignAsync(owner, owner.Address, [IdentityChanges.Add(Key, Day)], Day, default);
        var elsewhere = new SignedDidChanges(signed.Changes, signed.Domain with { ChainId = 1 }, signed.Signature);
        Assert.Equal("chain", await RefusedAsync(elsewhere));
        await ChangeAsync(owner, owner.Address, IdentityChanges.ChangeOwner(devnet.Address("bob")));
        Assert.Equal("owner", await RefusedAsync(signed));
    }

    private static Change Encode(DidChange change)
        => new() { Kind = (byte)change.Kind, Name = change.Name, Account = change.Account, Value = change.Value, Validity = change.Validity };

    private async Task ChangeAsync(UnlockedAccount owner, string identity, params DidChange[] changes)
        => await devnet.SendAsync(await Actions.ChangeAsync(owner.Address, identity, changes, default), owner);

    private async Task<string> RefusedAsync(UnlockedAccount actor, string identity, params DidChange[] changes)
        => (await Assert.ThrowsAsync<SendingException>(() => Actions.ChangeAsync(actor.Address, identity, changes, default))).Details["check"];

    private async Task<string> RefusedAsync(SignedDidChanges signed)
        => (await Assert.ThrowsAsync<SendingException>(() => Actions.SubmitAsync(devnet.Address("carol"), signed, default))).Details["check"];
}
