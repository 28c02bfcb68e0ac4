namespace Sending.Cli.Commands.Demo;

/// <summary>A line of the demo's script. Names in braces are those of <see cref="DemoCast"/>, <c>{epoch}</c> is the epoch that ended last.</summary>
/// <param name="Why">What it is good for.</param>
/// <param name="Command">The command that is run.</param>
internal sealed record DemoAct(string Why, string Command)
{
    /// <summary>A command that runs meanwhile, as in another terminal; its output comes after the other's.</summary>
    public string? Meanwhile { get; init; }
}
