using System.Text.RegularExpressions;

namespace Sending.Cli.Tests.Support;

/// <summary>Takes out of output what differs from run to run: hashes, signatures, times, gas, ports, paths.</summary>
internal static partial class Scrub
{
    public static string Text(string output, params (string Value, string Name)[] known)
    {
        foreach (var (value, name) in known)
        {
            output = output.Replace(value, name, StringComparison.Ordinal);
        }

        output = Signature().Replace(output, "<signature>");
        output = Hash().Replace(output, "<hash>");
        output = Time().Replace(output, "<time>");
        output = Url().Replace(output, "http://127.0.0.1:<port>");
        output = Listener().Replace(output, "(127.0.0.1:<port>)");
        output = Eth().Replace(output, "<eth> ETH");
        output = HumanNumber().Replace(output, "$1<number>");
        output = JsonNumber().Replace(output, "$1<number>");
        output = JsonEth().Replace(output, "$1\"<eth>\"");
        output = TenMinutes().Replace(output, "<10m>");
        output = Counted().Replace(output, "$1 <number>");
        output = Rule().Replace(output, "───");
        return Blanks().Replace(output, "$1  ").ReplaceLineEndings("\n");
    }

    // It signs the contract's address, which hangs on the order in which contracts were deployed.
    [GeneratedRegex("0x[0-9a-f]{128}1[bc]")]
    private static partial Regex Signature();

    [GeneratedRegex("0x[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d( UTC|Z)")]
    private static partial Regex Time();

    [GeneratedRegex(@"http://127\.0\.0\.1:(?!71)\d+")]
    private static partial Regex Url();

    [GeneratedRegex(@"\(127\.0\.0\.1:\d+\)")]
    private static partial Regex Listener();

    [GeneratedRegex(@"~?[\d,]+(\.\d+)? ETH")]
    private static partial Regex Eth();

    [GeneratedRegex(@"^(  (?:Gas|Block|Process|Epoch|In epoch|Window|Next window in|Indexed up to block|Newest block|Blocks behind|At block|Values compared|Events) {2,})\S.*$", RegexOptions.Multiline)]
    private static partial Regex HumanNumber();

    [GeneratedRegex("^(\\s*\"(?:gasUsed|gasEstimate|blockNumber|block|indexedBlock|headBlock|lagBlocks|compared|eventCount|processId|epoch|requestEpoch|openedEpoch|window|nextWindowIn|advanced)\": )[^,\\n]+", RegexOptions.Multiline)]
    private static partial Regex JsonNumber();

    [GeneratedRegex("^(\\s*\"(?:fee|expectedFee|maxFee|balanceEth)\": )\"[^\"]+\"", RegexOptions.Multiline)]
    private static partial Regex JsonEth();

    // Ten minutes, the devnet's unbonding period, less what has passed of them, or a little more.
    [GeneratedRegex(@"\b(9m ?[45]\ds|10m( ?\ds)?)\b")]
    private static partial Regex TenMinutes();

    [GeneratedRegex(@"\b(block|epoch) \d+")]
    private static partial Regex Counted();

    [GeneratedRegex("─{3,}")]
    private static partial Regex Rule();

    // Columns are as wide as what was taken out; HumanTextTests look at the layout.
    [GeneratedRegex(@"(\S) {2,}")]
    private static partial Regex Blanks();
}
