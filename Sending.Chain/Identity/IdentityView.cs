using System.Numerics;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Identity;

/// <summary>What can be changed of an identity, as it is now.</summary>
/// <param name="Identity">Its address (EIP-55).</param>
/// <param name="Owner">Who may change it; the zero address once it is deactivated.</param>
/// <param name="DeactivatedAt">When it was deactivated; null while it is not.</param>
/// <param name="Nonce">The owner's, which a signature of changes has to carry.</param>
/// <param name="Attributes">Valid ones: keys, services and others.</param>
/// <param name="Delegates">Valid ones.</param>
/// <param name="Time">The chain's, at which it is so.</param>
/// <param name="Complete">Whether the index has come to the identity's last change; else attributes and delegates may be others by now.</param>
public sealed record IdentityView(
    string Identity,
    string Owner,
    DateTimeOffset? DeactivatedAt,
    BigInteger Nonce,
    IReadOnlyList<IdentityAttribute> Attributes,
    IReadOnlyList<IdentityDelegate> Delegates,
    DateTimeOffset Time,
    bool Complete)
{
    /// <summary>Its keys.</summary>
    public IEnumerable<(DidKey Key, BigInteger ValidTo)> Keys =>
        from attribute in Attributes
        where attribute.Key is not null
        select (attribute.Key, attribute.ValidTo);

    /// <summary>Its services.</summary>
    public IEnumerable<(DidService Service, BigInteger ValidTo)> Services =>
        from attribute in Attributes
        where attribute.Service is not null
        select (attribute.Service, attribute.ValidTo);
}

/// <summary>An attribute of an identity.</summary>
/// <param name="Name">32 bytes.</param>
/// <param name="Value">Its value.</param>
/// <param name="ValidTo">Until when, in Unix seconds; may be past the end of time.</param>
public sealed record IdentityAttribute(byte[] Name, byte[] Value, BigInteger ValidTo)
{
    /// <summary>The name as text; in hex when it is none.</summary>
    public string Text => AttributeName.Text(Name) ?? "0x" + Convert.ToHexStringLower(Name);

    /// <summary>The attribute as a key; null when it is none of the types known here.</summary>
    public DidKey? Key => AttributeName.Text(Name) is { } name ? DidKey.TryRead(name, Value) : null;

    /// <summary>The attribute as a service; null when it is none.</summary>
    public DidService? Service => AttributeName.Text(Name) is { } name ? DidService.TryRead(name, Value) : null;
}

/// <summary>A delegate of an identity.</summary>
/// <param name="Type">Of what type, see <see cref="DidDelegateType"/>; in hex when it is not text.</param>
/// <param name="Account">Who (EIP-55).</param>
/// <param name="ValidTo">Until when, in Unix seconds; may be past the end of time.</param>
public sealed record IdentityDelegate(string Type, string Account, BigInteger ValidTo);
