using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Sending.Toolchain;

namespace Sending.Testing;

/// <summary>A service on a devnet as its operator runs it; it may be killed and started again.</summary>
/// <param name="project">The service's project, whose program is built in the same configuration as the tests.</param>
/// <param name="devnet">The devnet.</param>
/// <param name="name">Names its folder.</param>
/// <param name="flags">What its operator says besides where it listens and keeps its files.</param>
public class ServiceProcess(string project, DevnetFixture devnet, string name, params string[] flags) : IDisposable
{
    private readonly StringBuilder _log = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly int _port = FreePort.Find();
    private Process? _process;

    /// <summary>Names its folder.</summary>
    public string Name => name;

    /// <summary>Where it listens.</summary>
    public Uri Url => new($"http://127.0.0.1:{_port}");

    /// <summary>Where it keeps its files.</summary>
    public string Data => Path.Combine(devnet.Devnet.Folder.Path, "services", name);

    /// <summary>What it has logged.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts it.</summary>
    public ServiceProcess Start()
    {
        string[] arguments = [Program(), "--listen", $"127.0.0.1:{_port}", "--data", Data, .. flags];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = devnet.Devnet.Folder.Path };
        start.Environment["SENDING_DEVNET_FOLDER"] = devnet.Devnet.Folder.Path;
        start.Environment["HOME"] = devnet.Devnet.Folder.Path;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        return this;
    }

    /// <summary>SIGKILL, and a new start on the same files.</summary>
    public async Task KillAndStartAsync()
    {
        await KillAsync();
        Start();
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>SIGTERM; returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>The answer's JSON; null while there is none.</summary>
    public async Task<JsonElement?> GetAsync(string path)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(Url, path));
            return response.IsSuccessStatusCode ? JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement : null;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Status and body of an answer.</summary>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(Url, path));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Kills it if it runs.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _http.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
    }

    private string Program()
    {
        var tests = Path.Combine(Repository.Find(), "test");
        var built = Path.GetRelativePath(tests, AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar)[1..];
        return Path.Combine([Repository.Find(), project, .. built, project.ToLowerInvariant().Replace('.', '-') + ".dll"]);
    }
}
