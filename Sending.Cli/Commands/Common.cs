using System.CommandLine;
using System.Globalization;
using Sending.Chain.Staking;

namespace Sending.Cli.Commands;

/// <summary>Arguments and options that several commands take, worded alike.</summary>
internal static class Common
{
    public static Argument<string> Amount(string of) =>
        new("amount") { Description = $"SEND as a decimal number, all, or a share of {of} such as 50%" };

    public static Option<string> Node(string otherwise) =>
        new("--node") { HelpName = "name|address", Description = $"Owner of the node (default: {otherwise})" };

    /// <param name="written">How a DID may be written there.</param>
    public static Argument<string> Did(string written) =>
        new("did") { Description = $"{written}, user id, name or address (default: the acting account's own)", Arity = ArgumentArity.ZeroOrOne };

    public static Option<string> Limit(int otherwise) =>
        new("--limit") { HelpName = "count", Description = $"Newest events to show (default: {otherwise}); a block is never cut" };

    public static Option<string> Before() => new("--before") { HelpName = "block", Description = "Only events before this block: the page before" };

    /// <summary>Where the HTTP services of nodes are asked.</summary>
    /// <param name="what">What is asked for.</param>
    /// <param name="otherwise">Who is asked when none is named.</param>
    public static Option<string[]> From(string what, string otherwise) =>
        new("--from") { HelpName = "url", Description = $"Where {what}; may be given several times (default: {otherwise})" };

    /// <summary>The named services; null when none is.</summary>
    /// <exception cref="Chain.Errors.SendingException">One is no URL of a service.</exception>
    public static IReadOnlyList<Uri>? ReadFrom(Invocation invocation, Option<string[]> option) =>
        invocation.Values(option) is { Count: > 0 } named ? [.. named.Select(url => new Uri(NodeEndpoint.Parse(url)))] : null;

    public static int ReadLimit(Invocation invocation, Option<string> option, int otherwise) => (int)(Number(invocation.Value(option), "--limit", 1, 10_000) ?? otherwise);

    public static long? ReadBefore(Invocation invocation, Option<string> option) => Number(invocation.Value(option), "--before", 0, long.MaxValue >> 20);

    /// <summary>The number of an epoch; null when none is given.</summary>
    public static long? ReadEpoch(string? text, string name) => Number(text, name, 0, uint.MaxValue);

    /// <summary>A count or number of units, which commitments keep in 56 bits; null when none is given.</summary>
    public static ulong? ReadUnits(string? text, string name) => (ulong?)Number(text, name, 0, (1L << 56) - 1);

    /// <summary>A whole number in its bounds; null when none is given.</summary>
    public static long? Number(string? text, string name, long least, long most) => text is null
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw CliException.Usage("invalid_input", $"'{text}' is no number for {name}: give one from {least} to {most}.");
}
