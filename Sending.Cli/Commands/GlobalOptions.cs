using System.CommandLine;

namespace Sending.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document, for failures too", Recursive = true };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Check and show what would happen; send nothing", Recursive = true };

    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Do not ask before sending (nobody is asked where input is no terminal)", Recursive = true };

    public Option<string> Network { get; } = new("--network")
    {
        HelpName = "name",
        Description = "Network to use (default: devnet)",
        Recursive = true,
    };

    public Option<string> RpcUrl { get; } = new("--rpc-url")
    {
        HelpName = "url",
        Description = "Node to talk to, or several with commas (default: the network's own)",
        Recursive = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = given => string.Join(',', given.Tokens.Select(token => token.Value)),
    };

    public Option<string> Account { get; } = new("--account")
    {
        HelpName = "name|address|file",
        Description = "Account that acts (default on a devnet: alice)",
        Recursive = true,
    };

    public Option<string> PasswordFile { get; } = new("--password-file")
    {
        HelpName = "file|-",
        Description = "File with the account's password, - for standard input",
        Recursive = true,
    };

    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Description = "Show help with examples", Recursive = true };

    /// <summary>In the order in which help lists them.</summary>
    public IEnumerable<Option> All => [Json, DryRun, Yes, Network, RpcUrl, Account, PasswordFile, Help];
}
