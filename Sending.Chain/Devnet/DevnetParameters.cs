using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;

namespace Sending.Chain.Devnet;

/// <summary>The parameters that a devnet is deployed with: the committed ones, with every time in the epoch's measure stretched alike.</summary>
internal static class DevnetParameters
{
    private const string Duration = "epochDuration";

    /// <summary>What is measured by epochs. The governor's own periods stay: nobody wants to wait longer for a vote.</summary>
    private static readonly (string Module, string[] Names)[] s_times =
    [
        ("$global", ["upgradesDelay"]),
        ("Governance", [Duration, "w1", "w2", "w3", "w4", "settlementDelay", "unbondingPeriod", "rewardRelease", "commissionRiseDelay"]),
    ];

    /// <summary>Writes them into the devnet's folder.</summary>
    /// <param name="folder">The devnet's folder.</param>
    /// <param name="root">The repository.</param>
    /// <param name="epoch">An epoch's length; null for the committed parameters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file to deploy with.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: the epoch is no multiple of the committed one.</exception>
    public static async Task<string> WriteAsync(DevnetFolder folder, string root, TimeSpan? epoch, CancellationToken cancellationToken)
    {
        var committed = Path.Combine(root, "ignition", "parameters", "devnet.json");
        if (epoch is not { } wanted)
        {
            return committed;
        }

        var parameters = JsonNode.Parse(await File.ReadAllTextAsync(committed, cancellationToken))!;
        var usual = TimeSpan.FromSeconds((long)parameters["Governance"]![Duration]!);
        if (wanted < usual || wanted.Ticks % usual.Ticks != 0)
        {
            throw new SendingException(
                ErrorCode.InvalidInput,
                $"An epoch of {Amounts.Duration.Format(wanted)} is not possible: choose a multiple of {Amounts.Duration.Format(usual)}.",
                new Dictionary<string, string> { ["epoch"] = wanted.TotalSeconds.ToString(CultureInfo.InvariantCulture) });
        }

        foreach (var (module, names) in s_times)
        {
            foreach (var name in names)
            {
                parameters[module]![name] = (long)parameters[module]![name]! * (wanted.Ticks / usual.Ticks);
            }
        }

        await File.WriteAllTextAsync(folder.ParametersFile, parameters.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), cancellationToken);
        return folder.ParametersFile;
    }
}
