using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Chain.Identity.Login;
using Sending.Chain.Staking;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity.Login;

[Collection(DevnetCollection.Name)]
public class LoginVerifierTests(DevnetFixture devnet)
{
    private const string Domain = "edge.example.org";
    private const string Nonce = "32891756abcd";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private IdentityActions Actions => new(devnet.Connection, new IdentityReader(devnet.Connection, devnet.Index), devnet.Planner);

    [Fact]
    public async Task The_message_must_be_for_here_and_now()
    {
        var key = EthECKey.GenerateKey();
        using var state = await devnet.Index.ReadAsync(default);
        var now = TimeProvider.System.GetUtcNow();
        var message = Message(key, new Did(key.GetPublicAddress()), now);
        var verifier = Verifier();

        var accepted = verifier.Verify(message, message.Sign(key), Nonce, state);
        Assert.Equal((key.GetPublicAddress(), LoginRight.Owner), (accepted.Signer, accepted.Right));
        Assert.Equal(new Did(key.GetPublicAddress()), accepted.Did);

        Assert.Equal("domain", Refused(() => new LoginVerifier("other.example.org", devnet.Connection.Deployment.ChainId, TimeProvider.System).Verify(message, message.Sign(key), Nonce, state)));
        Assert.Equal("chain", Refused(() => new LoginVerifier(Domain, 1, TimeProvider.System).Verify(message, message.Sign(key), Nonce, state)));
        Assert.Equal("nonce", Refused(() => verifier.Verify(message, message.Sign(key), "another1", state)));
        Assert.Equal("signature", Refused(() => verifier.Verify(message, message.Sign(EthECKey.GenerateKey()), Nonce, state)));
        Assert.Equal("signature", Refused(() => verifier.Verify(message, new byte[64], Nonce, state)));
        Assert.Equal("expiration", Refused(() => verifier.Verify(message, message.Sign(key), Nonce, state, now + Hour)));
        Assert.Equal("issuedAt", Refused(() => verifier.Verify(message, message.Sign(key), Nonce, state, now - Hour)));
        Assert.Equal("authority", Refused(() => Sign(verifier, Message(key, new Did(devnet.Address("alice")), now), key, state)));
        Assert.Equal("did", Refused(() => Sign(verifier, Altered(message, $"URI: {message.Uri}", "URI: https://edge.example.org"), key, state)));
        Assert.Equal("expiration", Refused(() => Sign(verifier, LoginMessage.Parse(message.Text[..message.Text.IndexOf("\nExpiration", StringComparison.Ordinal)]), key, state)));
        var later = LoginMessage.Parse(message.Text + $"\nNot Before: {now.AddMinutes(2).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        Assert.Equal("notBefore", Refused(() => Sign(verifier, later, key, state)));
        verifier.Verify(later, later.Sign(key), Nonce, state, now.AddMinutes(3));
    }

    [Fact]
    public async Task Who_may_log_in_hangs_on_the_time()
    {
        var owner = await devnet.CreateAccountAsync(0);
        var heir = await devnet.CreateAccountAsync(0);
        var helper = EthECKey.GenerateKey();
        var born = await NowAsync();
        var added = await ChangeAsync(owner, owner, IdentityChanges.AddDelegate(DidDelegateType.SigAuth, helper.GetPublicAddress(), TimeSpan.FromMinutes(10)), IdentityChanges.AddDelegate(DidDelegateType.Relay, devnet.Address("dave"), Hour));
        await PassAsync();
        var given = await ChangeAsync(owner, owner, IdentityChanges.ChangeOwner(heir.Address));
        await PassAsync();
        var revoked = await ChangeAsync(heir, owner, IdentityChanges.RevokeDelegate(DidDelegateType.SigAuth, helper.GetPublicAddress()));
        await PassAsync();
        var again = await ChangeAsync(heir, owner, IdentityChanges.AddDelegate(DidDelegateType.SigAuth, helper.GetPublicAddress(), TimeSpan.FromSeconds(5)));
        await PassAsync();
        var ended = await ChangeAsync(heir, owner, IdentityChanges.Deactivate());
        var second = TimeSpan.FromSeconds(1);

        using var state = await devnet.Index.ReadAsync(default);
        LoginRight Right(string account, DateTimeOffset time) => LoginAuthority.Of(state, owner.Address, account, time);

        Assert.Equal((LoginRight.Owner, LoginRight.None, LoginRight.None), (Right(owner.Address, born), Right(heir.Address, born), Right(helper.GetPublicAddress(), added - second)));
        Assert.Equal((LoginRight.Owner, LoginRight.Delegate), (Right(owner.Address, added), Right(helper.GetPublicAddress(), added)));
        Assert.Equal((LoginRight.None, LoginRight.None), (Right(devnet.Address("dave"), added), Right(devnet.Address("erin"), added)));
        Assert.Equal((LoginRight.Owner, LoginRight.None), (Right(owner.Address, given - second), Right(owner.Address, given)));
        Assert.Equal((LoginRight.None, LoginRight.Owner), (Right(heir.Address, given - second), Right(heir.Address, given)));
        Assert.Equal((LoginRight.Delegate, LoginRight.None), (Right(helper.GetPublicAddress(), revoked - second), Right(helper.GetPublicAddress(), revoked)));
        Assert.Equal((LoginRight.Delegate, LoginRight.None), (Right(helper.GetPublicAddress(), again.AddSeconds(4)), Right(helper.GetPublicAddress(), again.AddSeconds(5))));
        Assert.Equal((LoginRight.Owner, LoginRight.Deactivated), (Right(heir.Address, ended - second), Right(heir.Address, ended)));
        Assert.Equal(LoginRight.Deactivated, Right(owner.Address, ended + Hour));
    }

    [Fact]
    public async Task An_edge_logs_in_by_the_operator_that_it_had()
    {
        var owner = await devnet.CreateAccountAsync(25_000 * SendAmount.One);
        var (first, next) = (await devnet.CreateAccountAsync(0), await devnet.CreateAccountAsync(0));
        var signatures = new StakingSignatures(devnet.Connection.Deployment);
        var registration = new NodeRegistration(NodeRole.Edge, first.Address, 500, "", signatures.SignOperatorConsent(first, owner.Address));
        await devnet.SendAsync(await devnet.Actions.RegisterAsync(owner, registration, 25_000 * SendAmount.One, default), owner);
        await PassAsync();
        await devnet.SendAsync(await devnet.Actions.SetOperatorAsync(owner.Address, next.Address, signatures.SignOperatorConsent(next, owner.Address), default), owner);

        using var state = await devnet.Index.ReadAsync(default);
        var since = state.Staking.ListOperators(owner.Address)[^1].Since;

        Assert.Equal(LoginRight.Operator, LoginAuthority.Of(state, owner.Address, first.Address, since.AddSeconds(-1)));
        Assert.Equal(LoginRight.None, LoginAuthority.Of(state, owner.Address, first.Address, since));
        Assert.Equal(LoginRight.Operator, LoginAuthority.Of(state, owner.Address, next.Address, since));
        Assert.Equal(LoginRight.None, LoginAuthority.Of(state, devnet.Address("alice"), next.Address, since));
    }

    private static string Refused(Action verify)
    {
        var error = Assert.Throws<SendingException>(verify);
        Assert.Equal(ErrorCode.LoginRefused, error.Code);
        return error.Details["check"];
    }

    private static void Sign(LoginVerifier verifier, LoginMessage message, EthECKey key, ProtocolState state) => verifier.Verify(message, message.Sign(key), Nonce, state);

    private static LoginMessage Altered(LoginMessage message, string part, string instead) => LoginMessage.Parse(message.Text.Replace(part, instead, StringComparison.Ordinal));

    private LoginVerifier Verifier() => new("EDGE.example.org", devnet.Connection.Deployment.ChainId, TimeProvider.System);

    private LoginMessage Message(EthECKey key, Did did, DateTimeOffset now)
        => LoginMessage.Create(Domain, key.GetPublicAddress(), did, devnet.Connection.Deployment.ChainId, Nonce, now, now.AddMinutes(5));

    private Task PassAsync() => devnet.Devnet.AdvanceAsync(ClockTarget.After(TimeSpan.FromSeconds(10)), default);

    private async Task<DateTimeOffset> NowAsync() => (await devnet.Connection.GetHeadAsync(default)).Time;

    private async Task<DateTimeOffset> ChangeAsync(UnlockedAccount actor, UnlockedAccount identity, params DidChange[] changes)
    {
        await devnet.SendAsync(await Actions.ChangeAsync(actor.Address, identity.Address, changes, default), actor);
        using var state = await devnet.Index.ReadAsync(default);
        return IdentityEvents.Of(state, identity.Address, 1)[^1].Time;
    }
}
