using System.Text.Json;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Devnet;

/// <summary>A started devnet, as its state file keeps it.</summary>
/// <param name="Ready">False from the node's start until contracts and accounts are there.</param>
/// <param name="ProcessId">The node's process.</param>
/// <param name="ProcessBirth">When that process started, in the system's own terms; tells it from a later one with the same number.</param>
/// <param name="RpcUrl">The node's endpoint; null before it listens.</param>
/// <param name="Accounts">The ready accounts, the default one first.</param>
/// <param name="Options">What it was started with.</param>
public sealed record DevnetState(
    bool Ready,
    int ProcessId,
    string ProcessBirth,
    Uri? RpcUrl,
    IReadOnlyList<DevnetAccount> Accounts,
    DevnetStartOptions Options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static async Task<DevnetState?> ReadAsync(DevnetFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<DevnetState>(await File.ReadAllTextAsync(folder.StateFile, cancellationToken), Json);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException error)
        {
            throw new SendingException(
                ErrorCode.DevnetFailed,
                $"The devnet's state file {folder.StateFile} is damaged, so its node cannot be told from other processes. End the node by hand if it runs, and remove {folder.Path}.",
                new Dictionary<string, string> { ["file"] = folder.StateFile },
                error);
        }
    }

    internal Task WriteAsync(DevnetFolder folder, CancellationToken cancellationToken)
        => PrivateFile.ReplaceAsync(folder.StateFile, JsonSerializer.Serialize(this, Json), cancellationToken);
}

/// <summary>A ready account of a devnet.</summary>
/// <param name="Name">Its keystore's name.</param>
/// <param name="Address">EIP-55 address.</param>
public sealed record DevnetAccount(string Name, string Address);

/// <summary>What is kept of <see cref="DevnetOptions"/>, so that a reset starts alike.</summary>
/// <param name="Port">As asked for; 0 for any.</param>
/// <param name="AccountNames">Names of the ready accounts.</param>
/// <param name="SendPerAccount">Decimal SEND.</param>
/// <param name="Guardians">How many Guardians run.</param>
/// <param name="Edges">How many Edges run.</param>
/// <param name="EpochSeconds">An epoch's length; null for the usual one.</param>
public sealed record DevnetStartOptions(int Port, IReadOnlyList<string> AccountNames, string SendPerAccount, int Guardians = 0, int Edges = 0, long? EpochSeconds = null)
{
    internal static DevnetStartOptions Of(DevnetOptions options) => new(
        options.Port,
        options.AccountNames,
        SendAmount.Format(options.SendPerAccount),
        options.Guardians,
        options.Edges,
        (long?)options.Epoch?.TotalSeconds);

    internal DevnetOptions ToOptions() => new()
    {
        Port = Port,
        AccountNames = AccountNames,
        SendPerAccount = SendAmount.Parse(SendPerAccount),
        Guardians = Guardians,
        Edges = Edges,
        Epoch = EpochSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
