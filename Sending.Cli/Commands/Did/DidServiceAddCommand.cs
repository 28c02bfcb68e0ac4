using System.CommandLine;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Adds a service to an identity.</summary>
internal sealed class DidServiceAddCommand : DidChangeCommand
{
    private readonly Argument<string> _type = new("type") { Description = $"Type of the service, such as {DidService.SendingEdge} for a home Edge" };
    private readonly Argument<string> _endpoint = new("endpoint") { Description = "URL or DID of the service; of a home Edge its owner's name or address will do" };
    private readonly DidValidity _validity = new();

    public DidServiceAddCommand()
        : base("add", "Add a service to an identity")
    {
        Add(_type);
        Add(_endpoint);
        Add(_validity.Option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did service add SendingEdge bob", "did service add SendingEdge https://edge.example.org", "did service add LinkedDomains https://alice.example.org --validity 90d"];

    public override IReadOnlyList<string> Next => ["did show", "did service remove <type>"];

    protected override void Validate(Invocation invocation)
    {
        base.Validate(invocation);
        _validity.Read(invocation);
        DidService.CheckType(invocation.Value(_type)!);
    }

    protected override async Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var type = invocation.Value(_type)!;
        var endpoint = invocation.Value(_endpoint)!;
        var home = type == DidService.SendingEdge ? await HomeEdge.ReadAsync(session, endpoint, cancellationToken).ConfigureAwait(false) : null;
        var service = home?.Service ?? DidService.Parse(type, endpoint);
        return new DidEdit(
            $"Add the service {service.Type} at {service.Endpoint}.",
            $"Added the service {service.Type} at {service.Endpoint}.",
            [IdentityChanges.Add(service, _validity.Read(invocation))])
        {
            Fields = [new("serviceType", "Service", Value.Of(service.Type)), new("endpoint", "Endpoint", Value.Of(service.Endpoint)), _validity.Field(invocation, identity)],
            Warnings = home?.Warnings ?? [],
        };
    }
}
