using System.Text.Json;
using System.Text.Json.Serialization;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Staking;
using Sending.Toolchain;

namespace Sending.Chain.Devnet;

/// <summary>A service of a devnet.</summary>
/// <param name="Name">Its name; its account has the same.</param>
/// <param name="Role">What it is.</param>
/// <param name="Url">Where it listens.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="ProcessBirth">When that process started, in the system's own terms.</param>
public sealed record DevnetService(string Name, NodeRole Role, Uri Url, int ProcessId, string ProcessBirth)
{
    internal DetachedProcess Process => new(ProcessId, ProcessBirth);
}

/// <summary>How a service of a devnet is.</summary>
public enum DevnetServiceCondition
{
    /// <summary>Its process has ended.</summary>
    Ended,

    /// <summary>Its process runs, and is not ready, or does not answer.</summary>
    NotReady,

    /// <summary>It is ready.</summary>
    Ready,
}

/// <summary>Edges and Guardians of a devnet, as processes that outlive the one that starts them; each has a log and a folder of its own.</summary>
internal sealed class DevnetServices(DevnetFolder folder, TimeProvider time) : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_gracefulStop = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = CreateClient();

    /// <summary>What asks services on this machine.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>The services that were started; none when there are none.</summary>
    public static async Task<IReadOnlyList<DevnetService>> ReadAsync(DevnetFolder folder, CancellationToken cancellationToken)
        => File.Exists(folder.ServicesFile)
            ? JsonSerializer.Deserialize<DevnetService[]>(await File.ReadAllTextAsync(folder.ServicesFile, cancellationToken), s_json)!
            : [];

    /// <summary>Starts them; returns when each is ready.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.DevnetFailed"/>: one ended, or is not ready in time; the message holds the end of its log.</exception>
    public async Task StartAsync(NodeToolchain tools, ServiceProgram program, IReadOnlyList<DevnetNodePlan> nodes, IReadOnlyList<Uri> urls, Uri rpcUrl, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string> { [DevnetFolder.Variable] = folder.Path };
        Directory.CreateDirectory(folder.ServicesFolder);
        List<DevnetService> services = [];
        foreach (var (node, url) in nodes.Zip(urls))
        {
            string[] command =
            [
                program.File, .. program.Arguments, node.Kind, "run",
                "--network", NetworkCatalog.Devnet, "--rpc-url", rpcUrl.ToString().TrimEnd('/'), "--account", node.Name, "--password-file", folder.PasswordFile,
                "--listen", url.Authority, "--public-url", url.ToString().TrimEnd('/'), "--data", folder.ServiceFolder(node.Name),
            ];
            var process = await DetachedProcess.StartAsync(tools, folder.ServiceLogFile(node.Name), command, environment, cancellationToken);
            services.Add(new DevnetService(node.Name, node.Role, url, process.Id, process.Birth));

            // After each, so that whatever happens the ones that run are known.
            await PrivateFile.ReplaceAsync(folder.ServicesFile, JsonSerializer.Serialize(services, s_json), cancellationToken);
        }

        await Task.WhenAll(services.Select(service => WaitUntilReadyAsync(service, cancellationToken)));
    }

    /// <summary>Ends them all, in order where the system can; what does not end in time is killed.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var services = await ReadAsync(folder, cancellationToken);
        await Task.WhenAll(services.Select(async service =>
        {
            var told = time.GetTimestamp();
            if (service.Process.IsAlive() && Signals.TryTerminate(service.ProcessId))
            {
                while (service.Process.IsAlive() && time.GetElapsedTime(told) < s_gracefulStop)
                {
                    await Task.Delay(s_pause, time, cancellationToken);
                }
            }

            await service.Process.KillAsync(time, cancellationToken);
        }));
    }

    /// <summary>How one is.</summary>
    public async Task<DevnetServiceCondition> GetConditionAsync(DevnetService service, CancellationToken cancellationToken)
    {
        if (!service.Process.IsAlive())
        {
            return DevnetServiceCondition.Ended;
        }

        try
        {
            using var response = await _http.GetAsync(new Uri(service.Url, "/readyz"), cancellationToken);
            return response.IsSuccessStatusCode ? DevnetServiceCondition.Ready : DevnetServiceCondition.NotReady;
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return DevnetServiceCondition.NotReady;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task WaitUntilReadyAsync(DevnetService service, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (await GetConditionAsync(service, cancellationToken) is var condition && condition != DevnetServiceCondition.Ready)
        {
            if (condition == DevnetServiceCondition.Ended || time.GetElapsedTime(started) > s_patience)
            {
                var what = condition == DevnetServiceCondition.Ended ? "ended while it started" : $"is not ready after {Duration.Format(s_patience)}";
                throw new SendingException(ErrorCode.DevnetFailed, $"The devnet's {service.Name} {what}:\n{await DevnetNode.ReadTailAsync(folder.ServiceLogFile(service.Name), cancellationToken)}");
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }
    }
}
