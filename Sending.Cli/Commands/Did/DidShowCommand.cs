using System.CommandLine;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Shows what an identity is now.</summary>
internal sealed class DidShowCommand : CliCommand
{
    private readonly Argument<string> _did = Common.Did("DID");

    public DidShowCommand()
        : base("show", "Show an identity: owner, keys, services, delegates")
    {
        Add(_did);
    }

    public override IReadOnlyList<string> Examples => ["did show", "did show bob", "did show did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb92266 --json"];

    public override IReadOnlyList<string> Next => ["did resolve <did>", "did history <did>", "did key add <purpose> <key>"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var address = await session.NodeAsync(invocation.Value(_did), cancellationToken).ConfigureAwait(false);
        var identity = await session.Identities.GetAsync(address, cancellationToken).ConfigureAwait(false);
        var ended = identity.DeactivatedAt is not null;
        var rows = new List<Value[]>();
        rows.AddRange(identity.Attributes.Select(Row));
        foreach (var found in identity.Delegates)
        {
            rows.Add([Value.Of("delegate"), Value.Of(found.Type), await session.NameAsync(found.Account, cancellationToken).ConfigureAwait(false), DidTimes.Until(found.ValidTo)]);
        }

        var edge = identity.Services.Select(entry => entry.Service).FirstOrDefault(service => service.Type == DidService.SendingEdge)?.Endpoint;
        return new Report(ended ? $"The identity was deactivated on {ChainTime.Format(identity.DeactivatedAt!.Value)}, for ever." : "")
            .Add("did", "DID", await session.IdentityNameAsync(address, cancellationToken).ConfigureAwait(false))
            .Add("userId", "User id", Chain.Formats.Did.TryParse(edge, out var home) ? Value.Of(new UserId(address, home.Address).ToString()) : Value.None)
            .Add("address", "Address", Value.Of(identity.Identity))
            .Add("owner", "Owner", ended ? Value.None : await session.NameAsync(identity.Owner, cancellationToken).ConfigureAwait(false))
            .Add("deactivatedAt", null, ended ? Value.Time(identity.DeactivatedAt!.Value) : Value.None)
            .Add(new Table(
                "entries",
                [new("kind", "What"), new("type", "Type"), new("value", "Value"), new("validTo", "Valid until")],
                rows,
                ended ? "Nothing of it is valid any more." : "No keys, services or delegates; its account alone speaks for it."))
            .Warn(identity.Complete ? [] : ["The identity was changed after the last block that counts as final; keys, services and delegates are shown as they were before."]);
    }

    private static Value[] Row(IdentityAttribute attribute) => attribute switch
    {
        { Key: { } key } => [Value.Of("key"), Value.Of($"{key.Type} {DidKeys.Name(key.Purpose)}"), Value.Of(DidKeys.Hex(key.Bytes)), DidTimes.Until(attribute.ValidTo)],
        { Service: { } service } => [Value.Of("service"), Value.Of(service.Type), Value.Of(service.Endpoint), DidTimes.Until(attribute.ValidTo)],
        _ => [Value.Of("attribute"), Value.Of(attribute.Text), Value.Of(DidKeys.Hex(attribute.Value)), DidTimes.Until(attribute.ValidTo)],
    };
}
