using System.Text.RegularExpressions;
using Sending.Chain.Devnet;

namespace Sending.Cli.Commands.Demo;

/// <summary>
/// Who takes part in the demo. In its script <c>{alice}</c> is Alice: the first time with her DID, which is how everybody knows her.
/// </summary>
internal sealed partial class DemoCast
{
    private readonly Dictionary<string, string> _dids; // of those who have not been introduced yet

    private DemoCast(Dictionary<string, string> dids) => _dids = dids;

    /// <summary>Nobody has an account yet: names alone.</summary>
    public static DemoCast Plain { get; } = new([]);

    /// <summary>The accounts of a devnet.</summary>
    public static async Task<DemoCast> OfAsync(DevnetFolder folder, CancellationToken cancellationToken)
        => new((await folder.Accounts.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(account => account.Name, account => new Chain.Formats.Did(account.Address!).ToString()));

    /// <summary>Puts names and DIDs in their places.</summary>
    public string Fill(string text) => Place().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        var called = char.ToUpperInvariant(name[0]) + name[1..];
        return _dids.Remove(name, out var did) ? $"{called} ({did})" : called;
    });

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Place();
}
