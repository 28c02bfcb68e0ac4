using System.CommandLine;
using Sending.Chain.Errors;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Takes a public key away from an identity, for every purpose that it has.</summary>
internal sealed class DidKeyRevokeCommand : DidChangeCommand
{
    private readonly Argument<string> _key = new("key") { Description = DidKeys.Description };
    private readonly Option<string> _purpose = new("--purpose") { HelpName = "purpose", Description = $"Only for this purpose: {DidKeys.Purposes} (default: for all)" };

    public DidKeyRevokeCommand()
        : base("revoke", "Take a public key away from an identity")
    {
        Add(_key);
        Add(_purpose);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did key revoke x25519.pub", "did key revoke z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK --purpose authentication"];

    public override IReadOnlyList<string> Next => ["did show", "did key add <purpose> <key>"];

    protected override void Validate(Invocation invocation)
    {
        base.Validate(invocation);
        DidKeys.Bytes(invocation.Value(_key)!, invocation.Terminal.WorkingDirectory);
        Purpose(invocation);
    }

    protected override Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var bytes = DidKeys.Bytes(invocation.Value(_key)!, invocation.Terminal.WorkingDirectory);
        var purpose = Purpose(invocation);
        var found = identity.Attributes.Where(attribute => attribute.Key is { } key && key.Bytes.AsSpan().SequenceEqual(bytes) && (purpose is null || key.Purpose == purpose)).ToList();
        if (found.Count == 0 && identity.DeactivatedAt is null)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"There is nothing to take away: {Value.Did(identity.Identity).Text} has no such key{(purpose is { } wanted ? $" for {DidKeys.Name(wanted)}" : "")}. See `sending-cli did show {Value.Did(identity.Identity).Text}`.",
                new Dictionary<string, string> { ["check"] = "absent", ["key"] = DidKeys.Hex(bytes) });
        }

        var purposes = string.Join(" and ", found.Select(attribute => DidKeys.Name(attribute.Key!.Purpose)));
        return Task.FromResult(new DidEdit($"Revoke the key for {purposes}.", $"Revoked the key for {purposes}.", [.. found.Select(IdentityChanges.Revoke)])
        {
            Fields = found.Count > 0 ? [.. DidKeys.Fields(found[0].Key!)] : [],
        });
    }

    private DidKeyPurpose? Purpose(Invocation invocation) => invocation.Value(_purpose) is { } text ? DidKeys.Purpose(text) : null;
}
