using System.Diagnostics;
using Sending.Chain.Accounts;
using Sending.Chain.Devnet;
using Sending.Chain.Formats;
using Sending.Chain.Relay;
using Sending.Chain.Relay.Wire;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>An Edge of a devnet, and clients of the library that are connected to it and pay.</summary>
internal sealed class EdgeCarrier : IAsyncDisposable
{
    private const string Edge = "edge-1";
    private const int LetterTtl = 3_600;

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly List<(EdgeAccount Account, RelayClient Relay, Task Running)> _clients = [];
    private readonly LocalDevnet _devnet;
    private readonly string _program;
    private Did? _owner;
    private int _process;

    private EdgeCarrier(string root, string folder)
    {
        _devnet = new LocalDevnet(new DevnetFolder(folder), root, TimeProvider.System);
        _program = Startup.Program(root, "Sending.Cli", "sending-cli.dll");
        Letters = new Letters(Clients.Count, SendAsync);
    }

    /// <summary>Accounts that every devnet has.</summary>
    public static IReadOnlyList<string> Clients => new DevnetOptions().AccountNames;

    public Letters Letters { get; }

    /// <summary>Most memory that the Edge's process has taken.</summary>
    public long PeakMemory => Process.GetProcessById(_process).PeakWorkingSet64;

    /// <param name="root">The checkout.</param>
    /// <param name="folder">For the devnet and the Edge's files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<EdgeCarrier> StartAsync(string root, string folder, CancellationToken cancellationToken)
    {
        var carrier = new EdgeCarrier(root, folder);
        try
        {
            await carrier.StartAsync(cancellationToken);
            return carrier;
        }
        catch
        {
            await carrier.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_clients.Select(client => client.Running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DoAsync("devnet down", CancellationToken.None);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await DoAsync("devnet up --detach --port 0 --edges 1 --epoch 1h", cancellationToken);
        using var connection = await _devnet.ConnectAsync(cancellationToken);
        var (service, _) = (await _devnet.ListServicesAsync(cancellationToken)).Single();
        _owner = new Did((await UnlockAsync(Edge, cancellationToken)).Address);
        _process = service.ProcessId;
        var target = new EdgeTarget(service.Url, _owner.Address, connection.Deployment);
        foreach (var name in Clients)
        {
            await DoAsync($"credit deposit 100000 --edge {Edge} --account {name}", cancellationToken);
            var key = await UnlockAsync(name, cancellationToken);
            var account = new EdgeAccount(new Did(key.Address), key.Key, new Did(key.Address));
            var relay = new RelayClient(_http, target, account, new MemoryRelayJournal(TimeProvider.System), new Inbox(Letters), TimeProvider.System);
            _clients.Add((account, relay, relay.RunAsync(_stop.Token)));
        }

        while (_clients.Any(client => !client.Relay.IsConnected))
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    private async Task<UnlockedAccount> UnlockAsync(string name, CancellationToken cancellationToken)
        => await _devnet.Folder.Accounts.UnlockAsync(name, (await File.ReadAllTextAsync(_devnet.Folder.PasswordFile, cancellationToken)).TrimEnd('\n'), cancellationToken);

    private Task SendAsync(int client, byte[] letter, CancellationToken cancellationToken)
    {
        var (from, to) = (_clients[client], _clients[(client + 1) % _clients.Count].Account.Did);
        return from.Relay.SendAsync(new Envelope(Envelope.NewId(), from.Account.Did, to, LetterTtl, letter), _owner, cancellationToken);
    }

    private async Task DoAsync(string command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [_program, .. command.Split(' '), "--yes"]);
        start.Environment[DevnetFolder.Variable] = _devnet.Folder.Path;
        var result = await ChildProcess.RunAsync(start, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"sending-cli {command}: {result.Tail()}");
        }
    }

    private sealed class Inbox(Letters letters) : IInbox
    {
        public ValueTask<InboxVerdict> AddAsync(Envelope envelope, CancellationToken cancellationToken)
        {
            letters.Arrive(envelope.Body.Span);
            return ValueTask.FromResult(InboxVerdict.New);
        }
    }
}
