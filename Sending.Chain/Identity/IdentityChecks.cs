using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Amounts;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;
using Sending.Chain.Identity.Documents;
using Sending.Chain.Staking;

namespace Sending.Chain.Identity;

/// <summary>What must hold before an identity is changed; pure, so that each rule is tested alone.</summary>
public static class IdentityChecks
{
    /// <summary>
    /// Of a validity that is given again, the part that must be new. Less is a command that was repeated by mistake.
    /// </summary>
    private const int RenewalPart = 10;

    /// <summary>Changes by an account.</summary>
    /// <param name="changes">In their order.</param>
    /// <param name="actor">Who sends or signs them.</param>
    /// <param name="identity">The identity before them.</param>
    public static IEnumerable<Problem> Change(IReadOnlyList<DidChange> changes, string actor, IdentityView identity)
    {
        if (Ended(identity) is { } ended)
        {
            return [ended];
        }

        return AddressUtil.Current.AreAddressesTheSame(actor, identity.Owner)
            ? changes.SelectMany(change => Check(change, identity))
            : [Make("owner", identity, $"{actor} does not own the identity {new Did(identity.Identity)}; its owner is {identity.Owner}. Act as the owner: --account {identity.Owner}.", ("owner", identity.Owner), ("account", actor))];
    }

    /// <summary>Changes that the owner has signed.</summary>
    /// <param name="signed">What was signed.</param>
    /// <param name="domain">What signatures have to be for: this chain and registry.</param>
    /// <param name="identity">The identity before them.</param>
    public static IEnumerable<Problem> Submit(SignedDidChanges signed, TypedDataDomain domain, IdentityView identity)
    {
        var changes = signed.Changes;
        if (signed.Domain != domain)
        {
            yield return Make(
                "chain",
                identity,
                $"The changes are signed for the registry {signed.Domain.VerifyingContract} of chain {signed.Domain.ChainId}; this network's is {domain.VerifyingContract} of chain {domain.ChainId}. Send them there: --network.",
                ("chainId", $"{signed.Domain.ChainId}"),
                ("registry", signed.Domain.VerifyingContract));
        }
        else if (Ended(identity) is { } ended)
        {
            yield return ended;
        }
        else if (!AddressUtil.Current.AreAddressesTheSame(changes.Owner, identity.Owner))
        {
            yield return Make("owner", identity, $"The changes are signed by {changes.Owner}, but {identity.Owner} owns the identity {new Did(identity.Identity)} now. Let the owner sign them.", ("owner", identity.Owner), ("signer", changes.Owner));
        }
        else if (changes.Nonce != identity.Nonce)
        {
            var why = changes.Nonce < identity.Nonce ? "they, or others signed at the same time, have been made already" : "others that were signed before them have not been made yet";
            yield return Make("nonce", identity, $"The changes carry the nonce {changes.Nonce}, but the owner's is {identity.Nonce}: {why}. Sign them anew with --sign-only if they are still wanted.", ("nonce", $"{changes.Nonce}"), ("current", $"{identity.Nonce}"));
        }
        else if (changes.Deadline < identity.Time.ToUnixTimeSeconds())
        {
            yield return Make("deadline", identity, $"The signature could be used until {Time(changes.Deadline)}; it is {ChainTime.Format(identity.Time)}. Sign the changes anew with --sign-only.", ("deadline", Time(changes.Deadline)));
        }
        else
        {
            foreach (var problem in Change(changes.Changes, changes.Owner, identity))
            {
                yield return problem;
            }
        }
    }

    /// <summary>Until when something is valid, as text; "for ever" past the end of the calendar.</summary>
    public static string Time(BigInteger unixSeconds)
        => unixSeconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? ChainTime.Format(ChainTime.FromUnix(unixSeconds)) : "for ever";

    private static IEnumerable<Problem> Check(DidChange change, IdentityView identity) => change.Kind switch
    {
        DidChangeKind.SetAttribute => Add(
            $"The attribute {AttributeName.Text(change.Name)} with that value", Attribute(change, identity)?.ValidTo, change.Validity, identity),
        DidChangeKind.RevokeAttribute => Remove(
            $"no attribute {AttributeName.Text(change.Name)} with that value", Attribute(change, identity) is not null, identity),
        DidChangeKind.AddDelegate => AddressUtil.Current.AreAddressesTheSame(change.Account, AddressUtil.ZERO_ADDRESS)
            ? [Make("delegate", identity, "The zero address can be no delegate.")]
            : Add($"The delegate {change.Account} of type {AttributeName.Text(change.Name)}", Delegate(change, identity)?.ValidTo, change.Validity, identity),
        DidChangeKind.RevokeDelegate => Remove(
            $"no delegate {change.Account} of type {AttributeName.Text(change.Name)}", Delegate(change, identity) is not null, identity),
        DidChangeKind.ChangeOwner when AddressUtil.Current.AreAddressesTheSame(change.Account, AddressUtil.ZERO_ADDRESS) =>
            [Make("newOwner", identity, "The zero address can own nothing; to end an identity for good: `sending-cli did deactivate`.")],
        DidChangeKind.ChangeOwner when AddressUtil.Current.AreAddressesTheSame(change.Account, identity.Owner) =>
            [Make("newOwner", identity, $"{change.Account} owns the identity {new Did(identity.Identity)} already.", ("owner", identity.Owner))],
        _ => [],
    };

    private static IEnumerable<Problem> Add(string what, BigInteger? validTo, BigInteger validity, IdentityView identity)
    {
        if (identity.Complete && validTo is { } end && end - identity.Time.ToUnixTimeSeconds() >= validity - (validity / RenewalPart))
        {
            var least = TimeSpan.FromSeconds((double)BigInteger.Min(end - identity.Time.ToUnixTimeSeconds(), (BigInteger)1e9) * 1.2);
            yield return Make("present", identity, $"{what} is there already, until {Time(end)}. To make that later give a longer validity, such as --validity {LeastDays(least)}.", ("validTo", Time(end)));
        }
    }

    private static IEnumerable<Problem> Remove(string what, bool present, IdentityView identity)
    {
        if (identity.Complete && !present)
        {
            yield return Make("absent", identity, $"There is nothing to take away: {new Did(identity.Identity)} has {what}. See `sending-cli did show {new Did(identity.Identity)}`.");
        }
    }

    private static string LeastDays(TimeSpan span) => Duration.Format(TimeSpan.FromDays(Math.Ceiling(span.TotalDays)));

    private static IdentityAttribute? Attribute(DidChange change, IdentityView identity)
        => identity.Attributes.FirstOrDefault(found => found.Name.AsSpan().SequenceEqual(change.Name) && found.Value.AsSpan().SequenceEqual(change.Value));

    private static IdentityDelegate? Delegate(DidChange change, IdentityView identity)
        => identity.Delegates.FirstOrDefault(found => found.Type == AttributeName.Text(change.Name) && AddressUtil.Current.AreAddressesTheSame(found.Account, change.Account));

    private static Problem? Ended(IdentityView identity) => identity.DeactivatedAt is { } end
        ? Make("deactivated", identity, $"The identity {new Did(identity.Identity)} was deactivated on {ChainTime.Format(end)}, for ever. Use another one: `sending-cli did create <name>`.", ("deactivatedAt", ChainTime.Format(end)))
        : null;

    private static Problem Make(string check, IdentityView identity, string message, params (string Name, string Value)[] details)
        => Problem.Of(check, message, [.. details, ("identity", new Did(identity.Identity).ToString())]);
}
