using Sending.Chain.Formats;
using Sending.Chain.Identity;

namespace Sending.Cli.Commands.Did;

/// <summary>A change of an identity in a few words.</summary>
internal static class DidChangeText
{
    public static string Of(DidChange change) => change.Kind switch
    {
        DidChangeKind.SetAttribute => $"set {Attribute(change)}",
        DidChangeKind.RevokeAttribute => $"revoke {Attribute(change)}",
        DidChangeKind.AddDelegate => $"add delegate {Name(change)} {change.Account}",
        DidChangeKind.RevokeDelegate => $"revoke delegate {Name(change)} {change.Account}",
        DidChangeKind.ChangeOwner => $"give to {change.Account}",
        DidChangeKind.Deactivate => "deactivate for ever",
        _ => "refuse signatures without chain id and deadline",
    };

    /// <summary>An attribute's value as people read it.</summary>
    public static string Of(IdentityAttribute attribute) => attribute.Service?.Endpoint ?? DidKeys.Hex(attribute.Value);

    private static string Name(DidChange change) => new IdentityAttribute(change.Name, change.Value, 0).Text;

    private static string Attribute(DidChange change)
    {
        var attribute = new IdentityAttribute(change.Name, change.Value, 0);
        return $"{attribute.Text} {Of(attribute)}";
    }
}
