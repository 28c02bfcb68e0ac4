using System.Numerics;
using Nethereum.Util;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Identity.Documents;
using Sending.Chain.Staking;

namespace Sending.Chain.Identity.Login;

/// <summary>As what an account may log in as an identity.</summary>
public enum LoginRight
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The identity was deactivated: nobody may any more.</summary>
    Deactivated,

    /// <summary>It owns the identity.</summary>
    Owner,

    /// <summary>It is a delegate of type <see cref="DidDelegateType.SigAuth"/>.</summary>
    Delegate,

    /// <summary>It operates the Edge that the identity owns.</summary>
    Operator,
}

/// <summary>Who may log in as an identity at a time, by the registry's events up to then.</summary>
public static class LoginAuthority
{
    private static readonly byte[] SigAuth = AttributeName.Bytes(DidDelegateType.SigAuth);

    /// <summary>What <paramref name="account"/> was allowed at <paramref name="time"/>.</summary>
    /// <param name="state">The protocol's state; of a block at or after that time, or the newest there is.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="account">Who wants to log in.</param>
    /// <param name="time">When, by the chain's clock.</param>
    public static LoginRight Of(ProtocolState state, string identity, string account, DateTimeOffset time)
    {
        var (owner, delegateEnd) = At(state, identity, account, time);
        if (AddressUtil.Current.IsZeroAddress(owner))
        {
            return LoginRight.Deactivated;
        }

        if (Same(owner, account))
        {
            return LoginRight.Owner;
        }

        if (delegateEnd > time.ToUnixTimeSeconds())
        {
            return LoginRight.Delegate;
        }

        var operates = state.Staking.FindNode(identity) is { Role: NodeRole.Edge }
            && state.Staking.ListOperators(identity).LastOrDefault(found => found.Since <= time) is { } current
            && Same(current.Operator, account);
        return operates ? LoginRight.Operator : LoginRight.None;
    }

    private static (string Owner, BigInteger DelegateEnd) At(ProtocolState state, string identity, string account, DateTimeOffset time)
    {
        var known = state.Identities.Find(identity);
        if (known is null || state.FindBlock(known.Changed) is { } last && last.Time <= time)
        {
            // What the tables say holds at that time too; a long history need not be read.
            var sigAuth = Word.Hash(SigAuth);
            var found = state.Identities.ListDelegates(identity).FirstOrDefault(entry => entry.Type == sigAuth && Same(entry.Delegate, account));
            return (known?.Owner ?? identity, found?.ValidTo ?? 0);
        }

        var (owner, end) = (identity, BigInteger.Zero);
        foreach (var change in DidEvent.Stream(state, identity).TakeWhile(change => change.Source.Block.Time <= time))
        {
            if (change.Kind == IdentityChangeKind.Owner)
            {
                owner = change.Account!;
            }
            else if (change.Kind == IdentityChangeKind.Delegate && Same(change.Account!, account) && change.Name.AsSpan().SequenceEqual(SigAuth))
            {
                end = change.ValidTo;
            }
        }

        return (owner, end);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
