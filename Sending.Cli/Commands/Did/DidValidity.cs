using System.CommandLine;
using Sending.Chain.Amounts;
using Sending.Chain.Identity;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Did;

/// <summary>For how long something is added to an identity.</summary>
internal sealed class DidValidity
{
    private const string Default = "365d";

    public Option<string> Option { get; } = new("--validity") { HelpName = "duration", Description = $"How long it is valid, such as 90d or 12h (default: {Default})" };

    public TimeSpan Read(Invocation invocation) => Duration.Parse(invocation.Value(Option) ?? Default);

    public Field Field(Invocation invocation, IdentityView identity) => new("validTo", "Valid until about", Value.Time(identity.Time + Read(invocation)));
}
