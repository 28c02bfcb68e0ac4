using System.CommandLine;

namespace Sending.Cli.Commands;

/// <summary>Arguments and options that several commands take, worded alike.</summary>
internal static class Common
{
    public static Argument<string> Amount(string of) =>
        new("amount") { Description = $"SEND as a decimal number, all, or a share of {of} such as 50%" };

    public static Option<string> Node(string otherwise) =>
        new("--node") { HelpName = "name|address", Description = $"Owner of the node (default: {otherwise})" };
}
