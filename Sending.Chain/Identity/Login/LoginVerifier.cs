using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;

namespace Sending.Chain.Identity.Login;

/// <summary>
/// Decides whether a signed log-in message lets somebody in: made for this service and chain, with the nonce that it gave, in its time, by an account
/// that the registry allows to act for the DID.
/// </summary>
/// <param name="domain">The service's own authority, such as <c>edge.example.org:8443</c>; its case does not matter.</param>
/// <param name="chainId">The chain that the state is of.</param>
/// <param name="clock">The machine's clock.</param>
public sealed class LoginVerifier(string domain, BigInteger chainId, TimeProvider clock)
{
    /// <summary>How far another machine's clock may be ahead of this one's.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Checks a log-in.</summary>
    /// <param name="message">The message.</param>
    /// <param name="signature">65 bytes, by EIP-191.</param>
    /// <param name="nonce">The nonce that the service gave for it and takes once.</param>
    /// <param name="state">The protocol's state.</param>
    /// <param name="asOf">
    /// The time that counts for the message and for the registry; null for now, where the registry counts as it is in <paramref name="state"/>, whose
    /// block may be ahead of the machine's clock.
    /// </param>
    /// <exception cref="SendingException"><see cref="ErrorCode.LoginRefused"/>; <c>details["check"]</c> says by which check.</exception>
    public AcceptedLogin Verify(LoginMessage message, ReadOnlySpan<byte> signature, string nonce, ProtocolState state, DateTimeOffset? asOf = null)
    {
        var now = asOf ?? clock.GetUtcNow();
        Require(message.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase), "domain", $"The log-in is meant for {message.Domain}, not for {domain}. Ask that service, or make a new message.");
        Require(message.ChainId == chainId, "chain", $"The log-in is for chain {message.ChainId}; this is chain {chainId}.");
        Require(message.Nonce == nonce, "nonce", "The log-in carries another nonce than the service gave, or one that was used. Ask for a new one.");
        var end = message.ExpirationTime;
        Require(end is not null, "expiration", "The log-in message names no expiration time.");
        Require(message.IssuedAt <= now + Skew, "issuedAt", $"The log-in message was issued on {ChainTime.Format(message.IssuedAt)}, which is still to come. Set the clock.");
        Require(message.NotBefore is not { } start || start <= now, "notBefore", $"The log-in counts from {ChainTime.Format(message.NotBefore ?? now)} on.");
        Require(now < end, "expiration", $"The log-in message has expired on {ChainTime.Format(end!.Value)}. Make a new one.");
        Require(Did.TryParse(message.Uri, out var did), "did", $"The log-in message names {message.Uri} as its URI, which is not a DID of the network.");
        var signer = AccountSignature.Recover(message.Digest(), signature);
        Require(signer is not null && AddressUtil.Current.AreAddressesTheSame(signer, message.Address), "signature", $"The log-in message is not signed by {message.Address}.");
        var time = asOf ?? (now > state.Block.Time ? now : state.Block.Time);
        var right = LoginAuthority.Of(state, did!.Address, signer!, time);
        Require(right != LoginRight.Deactivated, "deactivated", $"The identity {did} was deactivated; nobody can log in as it.");
        Require(
            right != LoginRight.None,
            "authority",
            $"{signer} may not log in as {did}: it was neither its owner nor a delegate of type {DidDelegateType.SigAuth} nor its Edge's operator on {ChainTime.Format(time)}.");
        return new AcceptedLogin(did, signer!, right, message, end.Value);
    }

    private static void Require(bool holds, string check, string message)
    {
        if (!holds)
        {
            throw new SendingException(ErrorCode.LoginRefused, message, new Dictionary<string, string> { ["check"] = check });
        }
    }
}

/// <summary>A log-in that was found right.</summary>
/// <param name="Did">Who is in.</param>
/// <param name="Signer">The account that signed (EIP-55).</param>
/// <param name="Right">As what it did.</param>
/// <param name="Message">The message.</param>
/// <param name="Expires">When the message ends.</param>
public sealed record AcceptedLogin(Did Did, string Signer, LoginRight Right, LoginMessage Message, DateTimeOffset Expires);
