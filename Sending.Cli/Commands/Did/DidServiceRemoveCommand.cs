using System.CommandLine;
using Sending.Chain.Errors;
using Sending.Chain.Identity;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Did;

/// <summary>Takes services away from an identity.</summary>
internal sealed class DidServiceRemoveCommand : DidChangeCommand
{
    private readonly Argument<string> _type = new("type") { Description = "Type of the service" };
    private readonly Argument<string> _endpoint = new("endpoint") { Description = "Its endpoint, as `did show` lists it (default: all of the type)", Arity = ArgumentArity.ZeroOrOne };

    public DidServiceRemoveCommand()
        : base("remove", "Take a service away from an identity")
    {
        Add(_type);
        Add(_endpoint);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["did service remove SendingEdge", "did service remove LinkedDomains https://alice.example.org"];

    public override IReadOnlyList<string> Next => ["did show", "did service add <type> <endpoint>"];

    protected override void Validate(Invocation invocation)
    {
        base.Validate(invocation);
        DidService.CheckType(invocation.Value(_type)!);
    }

    protected override Task<DidEdit> DescribeAsync(Session session, Invocation invocation, IdentityView identity, CancellationToken cancellationToken)
    {
        var (type, endpoint) = (invocation.Value(_type)!, invocation.Value(_endpoint));
        var found = identity.Attributes.Where(attribute => attribute.Service is { } service && service.Type == type && (endpoint is null || service.Endpoint == endpoint)).ToList();
        if (found.Count == 0 && identity.DeactivatedAt is null)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"There is nothing to take away: {Value.Did(identity.Identity).Text} has no service {type}{(endpoint is null ? "" : " at " + endpoint)}. See `sending-cli did show {Value.Did(identity.Identity).Text}`.",
                new Dictionary<string, string> { ["check"] = "absent", ["serviceType"] = type });
        }

        var where = string.Join(" and ", found.Select(attribute => attribute.Service!.Endpoint));
        return Task.FromResult(new DidEdit($"Remove the service {type} at {where}.", $"Removed the service {type} at {where}.", [.. found.Select(IdentityChanges.Revoke)])
        {
            Fields = [new("serviceType", "Service", Value.Of(type)), new("endpoints", "Endpoint", Value.List([.. found.Select(attribute => attribute.Service!.Endpoint)]))],
        });
    }
}
