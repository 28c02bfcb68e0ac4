using System.Diagnostics;
using System.Text.RegularExpressions;
using Nethereum.JsonRpc.Client;
using Nethereum.Web3;
using Nethereum.Web3.Accounts;

namespace Sending.Nethereum.Tests.Support;

/// <summary>A real Hardhat node on a port of its own, for the tests of one class.</summary>
public sealed partial class HardhatNode : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<string> _keys = [];
    private Process? _process;

    public Uri Url { get; private set; } = new("http://127.0.0.1:0/");

    public RpcClient Client => new(Url);

    public static long ChainId => 31337;

    /// <summary>One of the node's rich accounts.</summary>
    public Account Account(int number = 0) => new(_keys[number], ChainId);

    public Web3 Web3(int account = 0) => new(Account(account), Client);

    public async Task InitializeAsync()
    {
        var tools = await NodeTools.EnsureAsync();
        var start = tools.Command(tools.Hardhat, "node", "--hostname", "127.0.0.1", "--port", "0");
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                Url = new Uri(match.Value);
            }
            if (PrivateKey().Match(line) is { Success: true } key)
            {
                _keys.Add(key.Value);
            }
            if (_keys.Count == 20)
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }
        }
        throw new InvalidOperationException("The Hardhat node did not start:\n" + string.Join('\n', said) + await _process.StandardError.ReadToEndAsync(deadline.Token));
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Listening();

    [GeneratedRegex("0x[0-9a-f]{64}")]
    private static partial Regex PrivateKey();
}
