using Nethereum.Util;
using Sending.Chain.Formats;
using Sending.Chain.Identity.Documents;

namespace Sending.Chain.Identity;

/// <summary>The changes that an owner makes to an identity, to be brought to DidRegistry many at once.</summary>
public static class IdentityChanges
{
    /// <summary>Adds a key, or makes it valid for longer.</summary>
    public static DidChange Add(DidKey key, TimeSpan validity) => Make(DidChangeKind.SetAttribute, key.NameBytes, null, key.Bytes, validity);

    /// <summary>Takes a key away.</summary>
    public static DidChange Revoke(DidKey key) => Make(DidChangeKind.RevokeAttribute, key.NameBytes, null, key.Bytes);

    /// <summary>Adds a service, or makes it valid for longer.</summary>
    public static DidChange Add(DidService service, TimeSpan validity) => Make(DidChangeKind.SetAttribute, service.NameBytes, null, service.Value, validity);

    /// <summary>Takes a service away.</summary>
    public static DidChange Remove(DidService service) => Make(DidChangeKind.RevokeAttribute, service.NameBytes, null, service.Value);

    /// <summary>Takes an attribute away exactly as it was set, whatever it is.</summary>
    public static DidChange Revoke(IdentityAttribute attribute) => Make(DidChangeKind.RevokeAttribute, attribute.Name, null, attribute.Value);

    /// <summary>Makes an account a delegate, or one for longer.</summary>
    /// <param name="type">See <see cref="DidDelegateType"/>.</param>
    /// <param name="account">The delegate.</param>
    /// <param name="validity">For how long.</param>
    public static DidChange AddDelegate(string type, string account, TimeSpan validity)
        => Make(DidChangeKind.AddDelegate, AttributeName.Bytes(type), account, [], validity);

    /// <summary>Ends a delegate.</summary>
    public static DidChange RevokeDelegate(string type, string account) => Make(DidChangeKind.RevokeDelegate, AttributeName.Bytes(type), account, []);

    /// <summary>Gives the identity to another account.</summary>
    public static DidChange ChangeOwner(string account) => Make(DidChangeKind.ChangeOwner, [], account, []);

    /// <summary>Ends the identity for good.</summary>
    public static DidChange Deactivate() => Make(DidChangeKind.Deactivate, [], null, []);

    private static DidChange Make(DidChangeKind kind, byte[] name, string? account, byte[] value, TimeSpan validity = default)
        => new(kind, name.Length == 0 ? new byte[Bytes32.Length] : name, account ?? AddressUtil.ZERO_ADDRESS, value, (long)validity.TotalSeconds);
}
