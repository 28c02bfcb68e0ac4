using System.Text.RegularExpressions;
using Sending.Chain.Devnet;

namespace Sending.Cli.Commands.Demo;

/// <summary>
/// Who takes part in the demo. In its script <c>{alice}</c> is Alice with her DID, which is how everybody knows her, and <c>{alice.did}</c> the
/// DID alone.
/// </summary>
internal sealed partial class DemoCast
{
    private readonly Dictionary<string, string> _dids;

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
        var did = _dids.GetValueOrDefault(name);
        var called = char.ToUpperInvariant(name[0]) + name[1..];
        return match.Groups["did"].Success ? did ?? $"<{called}'s DID>" : did is null ? called : $"{called} ({did})";
    });

    [GeneratedRegex(@"\{(?<name>[a-z]+)(?<did>\.did)?\}")]
    private static partial Regex Place();
}
